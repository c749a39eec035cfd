package org.doublelock.verification;

abstract class NonceWindows extends TwoNodes {}
