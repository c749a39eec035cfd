package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;

/** {@code Trades}: what was traded, the oldest first. */
@Dependent
public class TradesFunction extends PublicMarketFunction {

  private static final int MOST = 1_000;
  private static final long NANOS = 1_000_000_000L;

  @Inject
  public TradesFunction(Exchange exchange) {
    super(exchange, "Trades");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("pair", true, "The pair"),
        new Parameter(
            "since",
            false,
            "Only trades after this time: seconds since 1970, or nanoseconds as last has it"),
        new Parameter("count", false, "How many at most, up to 1000"));
  }

  @Override
  void answer(
      EntityManager database,
      AssetPair pair,
      Arguments arguments,
      Instant now,
      Map<String, Object> answer) {
    Optional<Instant> since = arguments.read("since", Since::read);
    int count = arguments.read("count", TradesFunction::count).orElse(MOST);
    List<Trade> found = new PublicTrades(database, pair).list(since, count);
    answer.put(pair.id(), found.stream().map(trade -> describe(pair, trade)).toList());
    Instant last = found.isEmpty() ? since.orElse(now) : found.get(found.size() - 1).at();
    answer.put("last", Long.toString(last.getEpochSecond() * NANOS + last.getNano()));
  }

  private static Optional<Integer> count(String text) {
    return text.matches("\\d{1,4}")
        ? Optional.of(Integer.valueOf(text)).filter(count -> count >= 1 && count <= MOST)
        : Optional.empty();
  }

  /** Of the side that came: what the maker sold was bought. */
  private static List<Object> describe(AssetPair pair, Trade trade) {
    return List.of(
        pair.costText(trade.price()),
        pair.volumeText(trade.volume()),
        Answer.time(trade.at()),
        trade.side() == Side.SELL ? "b" : "s",
        "l",
        "",
        trade.number());
  }
}
