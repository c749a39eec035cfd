package org.doublelock.apikey;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an API key may be used for. The codes are part of the wire protocol and of the database; two
 * permissions of one code are the same. Beside those that ship, a deployment can declare its own
 * for an API behind a gateway: {@link Permissions} knows all.
 */
public final class Permission implements Comparable<Permission> {

  public static final Permission QUERY_FUNDS =
      new Permission("query-funds", PermissionGroup.FUNDING, Risk.READS, 0);
  public static final Permission ADD_FUNDS =
      new Permission("add-funds", PermissionGroup.FUNDING, Risk.READS, 1);
  public static final Permission WITHDRAW_FUNDS =
      new Permission("withdraw-funds", PermissionGroup.FUNDING, Risk.MOVES_FUNDS_AWAY, 2);
  public static final Permission QUERY_OPEN_TRADES =
      new Permission("query-open-trades", PermissionGroup.TRADING, Risk.READS, 3);
  public static final Permission QUERY_CLOSED_TRADES =
      new Permission("query-closed-trades", PermissionGroup.TRADING, Risk.READS, 4);
  public static final Permission MODIFY_TRADES =
      new Permission("modify-trades", PermissionGroup.TRADING, Risk.TRADES, 5);
  public static final Permission CLOSE_TRADES =
      new Permission("close-trades", PermissionGroup.TRADING, Risk.TRADES, 6);
  public static final Permission QUERY_LEDGER =
      new Permission("query-ledger", PermissionGroup.DATA, Risk.READS, 7);
  public static final Permission CREATE_WS_TOKEN =
      new Permission("create-ws-token", PermissionGroup.DATA, Risk.READS, 8);
  public static final Permission EARN_FUNDS =
      new Permission("earn-funds", PermissionGroup.FUNDING, Risk.TRADES, 9);
  public static final Permission EXPORT_DATA =
      new Permission("export-data", PermissionGroup.DATA, Risk.READS, 10);

  private static final List<Permission> BUILT_IN =
      List.of(
          QUERY_FUNDS,
          ADD_FUNDS,
          WITHDRAW_FUNDS,
          EARN_FUNDS,
          QUERY_OPEN_TRADES,
          QUERY_CLOSED_TRADES,
          MODIFY_TRADES,
          CLOSE_TRADES,
          QUERY_LEDGER,
          CREATE_WS_TOKEN,
          EXPORT_DATA);

  private static final Comparator<Permission> ORDER =
      Comparator.comparing(Permission::group)
          .thenComparingInt(permission -> permission.rank)
          .thenComparing(Permission::code);

  /** The worst that a thief of a key with the permission can do. */
  public enum Risk {
    READS,
    TRADES,
    MOVES_FUNDS_AWAY
  }

  private final String code;
  private final PermissionGroup group;
  private final Risk risk;
  private final int rank;

  private Permission(String code, PermissionGroup group, Risk risk, int rank) {
    this.code = code;
    this.group = group;
    this.risk = risk;
    this.rank = rank;
  }

  /**
   * One that a deployment adds.
   *
   * @param code 2 to 40 small letters, digits and hyphens, beginning with a letter
   */
  public static Permission declared(String code, PermissionGroup group, Risk risk) {
    if (!code.matches("[a-z][a-z0-9-]{1,39}")) {
      throw new IllegalArgumentException("not a code of a permission: " + code);
    }
    return new Permission(code, group, risk, BUILT_IN.size());
  }

  /** Those that ship, in the order in which pages show them. */
  public static List<Permission> builtIn() {
    return BUILT_IN;
  }

  /** One of those that ship. */
  public static Optional<Permission> fromCode(String code) {
    return BUILT_IN.stream().filter(permission -> permission.code.equals(code)).findFirst();
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

  @Override
  public int compareTo(Permission other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Permission permission && permission.code.equals(code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }
}
