package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Amounts;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/**
 * Reads the arguments of {@code AddOrder}. What asks for something that is not done here (margin,
 * conditional closes, scheduled, expiring and iceberg orders) is refused; sent with the value that
 * means "no", as clients do, it is tolerated.
 */
final class OrderArguments {

  private static final Set<String> FLAGS = Set.of("post", "fciq", "fcib", "nompp");
  private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");

  private final Arguments arguments;

  OrderArguments(Arguments arguments) {
    this.arguments = arguments;
  }

  /**
   * @throws FunctionFailure {@code EGeneral:Invalid arguments}, for the volume and the price as
   *     {@code …:volume} and {@code …:price}; {@code EQuery:Unknown asset pair}; {@code
   *     EOrder:Invalid price:…} for too many decimals; {@code EOrder:Order minimum not met}; {@code
   *     EOrder:Cost minimum not met}; {@code EService:Deadline elapsed}
   */
  NewOrder read(Instant now) {
    refuseUnsupported();
    refuseLate(now);
    AssetPair pair =
        AssetPairs.find(arguments.required("pair"))
            .orElseThrow(() -> new FunctionFailure("EQuery:Unknown asset pair"));
    Side side = required(Side.fromCode(arguments.required("type")));
    OrderKind kind = required(OrderKind.fromCode(arguments.required("ordertype")));
    BigDecimal volume = volume(pair);
    BigDecimal price = kind == OrderKind.LIMIT ? price(pair) : BigDecimal.ZERO;
    if (kind == OrderKind.LIMIT && price.multiply(volume).compareTo(pair.costMinimum()) < 0) {
      throw new FunctionFailure("EOrder:Cost minimum not met");
    }
    return new NewOrder(
        pair,
        side,
        kind,
        price,
        volume,
        flags(kind),
        arguments
            .text("timeinforce")
            .map(text -> required(TimeInForce.fromCode(text)))
            .orElse(TimeInForce.GTC),
        arguments
            .text("stptype")
            .map(text -> required(SelfTradePrevention.fromCode(text)))
            .orElse(SelfTradePrevention.CANCEL_NEWEST),
        userref(),
        clientOrderId());
  }

  private static <T> T required(Optional<T> value) {
    return value.orElseThrow(FunctionFailure::invalidArguments);
  }

  private void refuseUnsupported() {
    allow("leverage", "none", "0");
    allow("reduce_only", "false", "0");
    allow("starttm", "0");
    allow("expiretm", "0");
    allow("price2", "0");
    allow("displayvol", "0");
    allow("close", "{}");
    boolean conditionalClose =
        arguments.values().entrySet().stream()
            .anyMatch(each -> each.getKey().startsWith("close[") && !each.getValue().isEmpty());
    if (conditionalClose) {
      throw FunctionFailure.invalidArguments();
    }
  }

  private void allow(String name, String... harmless) {
    if (arguments.text(name).filter(text -> !Set.of(harmless).contains(text)).isPresent()) {
      throw FunctionFailure.invalidArguments();
    }
  }

  private void refuseLate(Instant now) {
    Optional<String> deadline = arguments.text("deadline");
    if (deadline.isPresent() && instant(deadline.get()).isBefore(now)) {
      throw new FunctionFailure("EService:Deadline elapsed");
    }
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notATime) {
      throw FunctionFailure.invalidArguments();
    }
  }

  private BigDecimal volume(AssetPair pair) {
    BigDecimal volume =
        arguments
            .text("volume")
            .flatMap(Amounts::read)
            .filter(amount -> amount.scale() <= AssetPair.LOT_DECIMALS)
            .orElseThrow(() -> new FunctionFailure("EGeneral:Invalid arguments:volume"));
    if (volume.compareTo(pair.orderMinimum()) < 0) {
      throw new FunctionFailure("EOrder:Order minimum not met");
    }
    return volume;
  }

  private BigDecimal price(AssetPair pair) {
    BigDecimal price =
        arguments
            .text("price")
            .flatMap(Amounts::read)
            .orElseThrow(() -> new FunctionFailure("EGeneral:Invalid arguments:price"));
    if (price.scale() > pair.priceDecimals()) {
      throw new FunctionFailure(
          "EOrder:Invalid price:%s price can only be specified up to %d decimals."
              .formatted(pair.id(), pair.priceDecimals()));
    }
    return price;
  }

  private Set<String> flags(OrderKind kind) {
    Set<String> flags = new TreeSet<>();
    arguments
        .text("oflags")
        .ifPresent(text -> Arrays.stream(text.split(",")).map(String::strip).forEach(flags::add));
    boolean contradiction =
        flags.containsAll(Set.of("fciq", "fcib"))
            || flags.contains("post") && kind == OrderKind.MARKET;
    if (contradiction || !FLAGS.containsAll(flags)) {
      throw FunctionFailure.invalidArguments();
    }
    return flags;
  }

  private Optional<Integer> userref() {
    try {
      return arguments.text("userref").map(Integer::valueOf);
    } catch (NumberFormatException notAnInteger) {
      throw FunctionFailure.invalidArguments();
    }
  }

  private Optional<String> clientOrderId() {
    Optional<String> id = arguments.text("cl_ord_id");
    boolean wrong = id.filter(text -> !CLIENT_ORDER_ID.matcher(text).matches()).isPresent();
    if (wrong || id.isPresent() && arguments.text("userref").isPresent()) {
      throw FunctionFailure.invalidArguments();
    }
    return id;
  }
}
