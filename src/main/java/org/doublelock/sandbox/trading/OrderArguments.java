package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Amounts;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/**
 * Reads the arguments of {@code AddOrder}. What asks for something that is not done here, such as
 * margin, is refused by its name; sent with the value that means "no", as clients do, it is
 * tolerated.
 */
record OrderArguments(Arguments arguments) {

  static final List<String> FLAGS = List.of("post", "fciq", "fcib", "nompp", "viqc");
  private static final BigDecimal MAX_SLICES = new BigDecimal(15);
  static final List<OrderType> CLOSING =
      Arrays.stream(OrderType.values())
          .filter(type -> type != OrderType.MARKET && type != OrderType.ICEBERG)
          .toList();

  AssetPair pair() {
    return AssetPairs.named(arguments.required("pair"));
  }

  /**
   * @param lastPrice of a pair
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and the argument's name; {@code
   *     EQuery:Unknown asset pair}; {@code EOrder:Invalid price:…} for too many decimals; {@code
   *     EOrder:Order minimum not met}; {@code EOrder:Cost minimum not met}; {@code
   *     EService:Deadline elapsed}
   */
  NewOrder read(Instant now, Function<AssetPair, BigDecimal> lastPrice) {
    refuseMargin();
    Deadline.refuseLate(arguments, now);
    AssetPair pair = pair();
    Side side = arguments.required("type", Side::fromCode);
    OrderType type = arguments.required("ordertype", OrderType::fromCode);
    Set<String> flags = flags(type, side);
    BigDecimal last = lastPrice.apply(pair);
    BigDecimal volume = volume(pair, flags.contains("viqc"), last);
    OrderPrices prices =
        OrderPrices.read(pair, side, type, arguments.text("price"), arguments.text("price2"), last);
    if (type.hasLimit() && prices.limit().multiply(volume).compareTo(pair.costMinimum()) < 0) {
      throw new FunctionFailure("EOrder:Cost minimum not met");
    }
    TimeInForce time = arguments.read("timeinforce", TimeInForce::fromCode).orElse(TimeInForce.GTC);
    Lifetime lifetime = Lifetime.asked(arguments, now);
    if (time == TimeInForce.GTD && lifetime.expires().isEmpty()) {
      throw FunctionFailure.invalidArgument("expiretm");
    }
    return new NewOrder(
        pair,
        side,
        type,
        prices,
        volume,
        displayed(type, volume),
        flags,
        time,
        lifetime,
        arguments
            .read("stptype", SelfTradePrevention::fromCode)
            .orElse(SelfTradePrevention.CANCEL_NEWEST),
        close(pair, side, last),
        userref(),
        clientOrderId());
  }

  private void refuseMargin() {
    allow("leverage", "none", "0", "1", "1:1");
    allow("reduce_only", "false", "False", "0");
    allow("trigger", "last", "index");
    allow("close", "{}");
  }

  private void allow(String name, String... harmless) {
    if (arguments.text(name).filter(text -> !Set.of(harmless).contains(text)).isPresent()) {
      throw FunctionFailure.invalidArgument(name);
    }
  }

  private BigDecimal volume(AssetPair pair, boolean inQuote, BigDecimal last) {
    int decimals = inQuote ? pair.costDecimals() : AssetPair.LOT_DECIMALS;
    BigDecimal volume =
        arguments.required(
            "volume", text -> Amounts.read(text).filter(each -> each.scale() <= decimals));
    BigDecimal base = inQuote ? NewOrder.base(volume, last) : volume;
    if (base.compareTo(pair.orderMinimum()) < 0) {
      throw new FunctionFailure("EOrder:Order minimum not met");
    }
    return volume;
  }

  private Optional<BigDecimal> displayed(OrderType type, BigDecimal volume) {
    if (type != OrderType.ICEBERG) {
      allow("displayvol", "0");
      return Optional.empty();
    }
    return Optional.of(
        arguments.required(
            "displayvol", text -> Amounts.read(text).filter(shown -> mayShow(shown, volume))));
  }

  /** A fifteenth of it at least, and no more than all. */
  static boolean mayShow(BigDecimal shown, BigDecimal volume) {
    return shown.scale() <= AssetPair.LOT_DECIMALS
        && shown.compareTo(volume) <= 0
        && shown.multiply(MAX_SLICES).compareTo(volume) >= 0;
  }

  private Set<String> flags(OrderType type, Side side) {
    Set<String> flags = new TreeSet<>();
    arguments
        .text("oflags")
        .ifPresent(text -> Arrays.stream(text.split(",")).map(String::strip).forEach(flags::add));
    boolean contradiction =
        flags.containsAll(Set.of("fciq", "fcib"))
            || flags.contains("post") && !type.hasLimit()
            || flags.contains("viqc") && (type != OrderType.MARKET || side != Side.BUY);
    if (contradiction || !FLAGS.containsAll(flags)) {
      throw FunctionFailure.invalidArgument("oflags");
    }
    return flags;
  }

  private Optional<CloseOrder> close(AssetPair pair, Side side, BigDecimal last) {
    Optional<OrderType> type =
        arguments.read(
            "close[ordertype]", text -> OrderType.fromCode(text).filter(CLOSING::contains));
    Optional<String> price = arguments.text("close[price]");
    Optional<String> price2 = arguments.text("close[price2]");
    if (type.isEmpty()) {
      if (price.isPresent() || price2.isPresent()) {
        throw FunctionFailure.invalidArgument("close[ordertype]");
      }
      return Optional.empty();
    }
    CloseOrder close = new CloseOrder(type.get(), price.orElse(null), price2.orElse(null));
    try {
      close.prices(pair, side.opposite(), last);
    } catch (FunctionFailure wrong) {
      throw new FunctionFailure(wrong.wireError().replaceFirst(":(price2?)$", ":close[$1]"));
    }
    return Optional.of(close);
  }

  private Optional<Integer> userref() {
    return arguments.read("userref", Userref::read);
  }

  private Optional<String> clientOrderId() {
    Optional<String> id =
        arguments.read("cl_ord_id", text -> Optional.of(text).filter(ClientOrderId::isOne));
    if (id.isPresent() && arguments.text("userref").isPresent()) {
      throw FunctionFailure.invalidArgument("cl_ord_id");
    }
    return id;
  }
}
