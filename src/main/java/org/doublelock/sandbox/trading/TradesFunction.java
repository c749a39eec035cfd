package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.Beside;
import org.doublelock.function.InOrder;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.market.AssetPair;

/** {@code Trades}: what was traded, the oldest first. */
@Dependent
public class TradesFunction extends PublicMarketFunction<TradesFunction.Result> {

  private static final int MAX = 1_000;
  private static final long NANOS = 1_000_000_000L;

  public TradesFunction() {
    super(
        "Trades",
        new Parameter("pair", true, "The pair"),
        new Parameter(
            "since",
            false,
            "Only trades after this time: seconds since 1970, or nanoseconds as last has it"),
        new Parameter("count", false, "How many at most, up to 1000").whole(1, MAX));
  }

  /**
   * @param last nanoseconds since 1970
   */
  record Result(@Beside Map<String, List<Traded>> pairs, String last) {}

  /**
   * @param time seconds since 1970
   * @param side b for bought, s for sold
   * @param type l: by an order with a limit
   */
  @InOrder
  record Traded(
      String price,
      String volume,
      BigDecimal time,
      String side,
      String type,
      String misc,
      long tradeId) {}

  @Override
  Result answer(EntityManager database, AssetPair pair, Arguments arguments, Instant now) {
    Optional<Instant> since = arguments.read("since", Since::read);
    int count = arguments.whole("count", 1, MAX).orElse(MAX);
    List<Trade> found = new PublicTrades(database, pair).list(since, count);
    Instant last = found.isEmpty() ? since.orElse(now) : found.get(found.size() - 1).at();
    return new Result(
        Map.of(pair.id(), found.stream().map(trade -> describe(pair, trade)).toList()),
        Long.toString(last.getEpochSecond() * NANOS + last.getNano()));
  }

  /** Of the side that came: what the maker sold was bought. */
  private static Traded describe(AssetPair pair, Trade trade) {
    return new Traded(
        pair.costText(trade.price()),
        pair.volumeText(trade.volume()),
        Answer.time(trade.at()),
        trade.side() == Side.SELL ? "b" : "s",
        "l",
        "",
        trade.number());
  }
}
