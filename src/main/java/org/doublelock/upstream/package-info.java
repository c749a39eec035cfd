/**
 * The API of somebody else that stands behind a gateway: its functions and permissions, from one
 * file.
 */
package org.doublelock.upstream;
