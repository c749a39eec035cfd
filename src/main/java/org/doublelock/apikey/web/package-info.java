/** The pages on which a person makes and keeps their API keys. */
package org.doublelock.apikey.web;
