package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;

/**
 * {@code Spread}: the best prices of both sides as they are now; how they were before is not kept.
 */
@Dependent
public class SpreadFunction extends PublicMarketFunction {

  @Inject
  public SpreadFunction(Exchange exchange) {
    super(exchange, "Spread");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("pair", true, "The pair"),
        new Parameter("since", false, "Nothing before this time, in seconds since 1970"));
  }

  @Override
  void answer(
      EntityManager database,
      AssetPair pair,
      Arguments arguments,
      Instant now,
      Map<String, Object> answer) {
    BigDecimal last = new Valuation(database).price(pair);
    BookLevels book = BookLevels.read(database, pair, now);
    answer.put(
        pair.id(),
        List.of(
            List.<Object>of(
                now.getEpochSecond(),
                pair.costText(book.best(Side.BUY, pair, last).price()),
                pair.costText(book.best(Side.SELL, pair, last).price()))));
    answer.put("last", now.getEpochSecond());
  }
}
