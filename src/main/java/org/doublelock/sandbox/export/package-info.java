/** The history of an account as files: asked for, written in the background, fetched, removed. */
package org.doublelock.sandbox.export;
