package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.Beside;
import org.doublelock.function.InOrder;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.market.AssetPair;

/**
 * {@code Spread}: the best prices of both sides as they are now; how they were before is not kept.
 */
@Dependent
public class SpreadFunction extends PublicMarketFunction<SpreadFunction.Result> {

  /** Of the published kind, eleven digits. */
  private static final long LAST_SECOND = 99_999_999_999L;

  public SpreadFunction() {
    super(
        "Spread",
        new Parameter("pair", true, "The pair"),
        new Parameter("since", false, "Nothing before this time, in seconds since 1970")
            .whole(0, LAST_SECOND));
  }

  /**
   * @param last seconds since 1970
   */
  record Result(@Beside Map<String, List<Best>> pairs, long last) {}

  /**
   * @param time seconds since 1970
   */
  @InOrder
  record Best(long time, String bid, String ask) {}

  @Override
  Result answer(EntityManager database, AssetPair pair, Arguments arguments, Instant now) {
    BigDecimal last = new Valuation(database).price(pair);
    BookLevels book = BookLevels.read(database, pair, now);
    Best best =
        new Best(
            now.getEpochSecond(),
            pair.costText(book.best(Side.BUY, pair, last).price()),
            pair.costText(book.best(Side.SELL, pair, last).price()));
    return new Result(Map.of(pair.id(), List.of(best)), now.getEpochSecond());
  }
}
