/** API keys: what a key may do, from where and until when; issuing, editing, rolling, revoking. */
package org.doublelock.apikey;
