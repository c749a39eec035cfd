package org.doublelock.verification;

abstract class ChangedKeys extends TwoNodes {}
