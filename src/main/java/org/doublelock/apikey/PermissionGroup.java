package org.doublelock.apikey;

import java.util.Locale;

/** How permissions and actions are grouped on every page. */
public enum PermissionGroup {
  FUNDING,
  TRADING,
  DATA,
  /** What a deployment declares and is none of these. */
  OTHER;

  /** The last part of the message key that names this group, such as {@code funding}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
