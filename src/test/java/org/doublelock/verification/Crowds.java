package org.doublelock.verification;

abstract class Crowds extends TwoNodes {}
