package org.doublelock.sandbox.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.function.FunctionFailure;

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

  /**
   * The asset that a client means by an id or altname, in any case; {@code BTC} is taken for {@code
   * XBT}.
   */
  public static Optional<Asset> find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    String meant = upper.equals("BTC") ? "XBT" : upper;
    return ALL.stream()
        .filter(asset -> asset.id().equals(meant) || asset.altname().equals(meant))
        .findFirst();
  }

  /**
   * The asset that {@link #find} finds.
   *
   * @throws FunctionFailure {@code EQuery:Unknown asset}
   */
  public static Asset named(String name) {
    return find(name).orElseThrow(() -> new FunctionFailure("EQuery:Unknown asset"));
  }

  /**
   * The assets that a client means by names with commas between them.
   *
   * @throws FunctionFailure {@code EQuery:Unknown asset}
   */
  public static List<Asset> allNamed(String names) {
    return Arrays.stream(names.split(",")).map(String::strip).map(Assets::named).toList();
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
