package org.doublelock.sandbox.market;

import java.util.List;
import java.util.Optional;

/** Every asset of the simulated exchange. */
public final class Assets {

  public static final Asset USD = new Asset("ZUSD", "USD", 4, 2);
  public static final Asset EUR = new Asset("ZEUR", "EUR", 4, 2);
  public static final Asset XBT = new Asset("XXBT", "XBT", 10, 5);
  public static final Asset ETH = new Asset("XETH", "ETH", 10, 5);
  public static final Asset LTC = new Asset("XLTC", "LTC", 10, 5);
  public static final Asset ADA = new Asset("ADA", "ADA", 8, 6);
  public static final Asset DOT = new Asset("DOT", "DOT", 10, 8);
  public static final Asset SOL = new Asset("SOL", "SOL", 10, 5);
  public static final Asset USDT = new Asset("USDT", "USDT", 8, 4);

  private static final List<Asset> ALL = List.of(USD, EUR, XBT, ETH, LTC, ADA, DOT, SOL, USDT);

  private Assets() {}

  public static List<Asset> all() {
    return ALL;
  }

  /** The asset that a client means by an id or altname; {@code BTC} is taken for {@code XBT}. */
  public static Optional<Asset> find(String name) {
    String meant = name.equals("BTC") ? "XBT" : name;
    return ALL.stream()
        .filter(asset -> asset.id().equals(meant) || asset.altname().equals(meant))
        .findFirst();
  }

  /**
   * The asset with exactly this id, as the books have it.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Asset byId(String id) {
    return ALL.stream()
        .filter(asset -> asset.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no asset has the id " + id));
  }
}
