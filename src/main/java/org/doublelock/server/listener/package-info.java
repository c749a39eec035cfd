/**
 * The server's HTTP listeners, where they are Grizzly's (Payara, GlassFish): what they answer
 * before the application is reached.
 */
package org.doublelock.server.listener;
