package org.doublelock.apikey;

import java.util.Arrays;
import java.util.Optional;

/** What an API key may be used for. The codes are part of the wire protocol and of the database. */
public enum Permission {
  QUERY_FUNDS("query-funds", PermissionGroup.FUNDING, Risk.READS),
  ADD_FUNDS("add-funds", PermissionGroup.FUNDING, Risk.READS),
  WITHDRAW_FUNDS("withdraw-funds", PermissionGroup.FUNDING, Risk.MOVES_FUNDS_AWAY),
  QUERY_OPEN_TRADES("query-open-trades", PermissionGroup.TRADING, Risk.READS),
  QUERY_CLOSED_TRADES("query-closed-trades", PermissionGroup.TRADING, Risk.READS),
  MODIFY_TRADES("modify-trades", PermissionGroup.TRADING, Risk.TRADES),
  CLOSE_TRADES("close-trades", PermissionGroup.TRADING, Risk.TRADES),
  QUERY_LEDGER("query-ledger", PermissionGroup.DATA, Risk.READS),
  CREATE_WS_TOKEN("create-ws-token", PermissionGroup.DATA, Risk.READS);

  /** The worst that a thief of a key with the permission can do. */
  public enum Risk {
    READS,
    TRADES,
    MOVES_FUNDS_AWAY
  }

  private final String code;
  private final PermissionGroup group;
  private final Risk risk;

  Permission(String code, PermissionGroup group, Risk risk) {
    this.code = code;
    this.group = group;
    this.risk = risk;
  }

  public String code() {
    return code;
  }

  public PermissionGroup group() {
    return group;
  }

  public Risk risk() {
    return risk;
  }

  public static Optional<Permission> fromCode(String code) {
    return Arrays.stream(values()).filter(permission -> permission.code.equals(code)).findFirst();
  }
}
