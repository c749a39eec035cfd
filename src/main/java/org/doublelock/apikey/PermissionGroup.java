package org.doublelock.apikey;

import org.doublelock.edge.Coded;

/** How permissions and actions are grouped on every page. */
public enum PermissionGroup implements Coded {
  FUNDING,
  TRADING,
  DATA,
  /** What a deployment declares and is none of these. */
  OTHER
}
