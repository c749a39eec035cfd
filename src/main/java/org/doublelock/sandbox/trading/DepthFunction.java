package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.InOrder;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.market.AssetPair;

/** {@code Depth}: what stands in the book, the best price of each side first. */
@Dependent
public class DepthFunction extends PublicMarketFunction<Map<String, DepthFunction.Book>> {

  private static final int MAX = 500;
  private static final int USUAL = 100;

  public DepthFunction() {
    super(
        "Depth",
        new Parameter("pair", true, "The pair"),
        new Parameter("count", false, "How many prices of each side, at most 500; 100 by default")
            .whole(1, MAX));
  }

  record Book(List<Level> asks, List<Level> bids) {}

  /**
   * @param timestamp when the newest order came, in seconds since 1970
   */
  @InOrder
  record Level(String price, String volume, long timestamp) {}

  @Override
  Map<String, Book> answer(
      EntityManager database, AssetPair pair, Arguments arguments, Instant now) {
    int count = arguments.whole("count", 1, MAX).orElse(USUAL);
    BookLevels levels = BookLevels.read(database, pair, now);
    return Map.of(
        pair.id(), new Book(list(pair, levels.asks(), count), list(pair, levels.bids(), count)));
  }

  private static List<Level> list(AssetPair pair, List<BookLevels.Level> levels, int count) {
    return levels.stream()
        .limit(count)
        .map(
            level ->
                new Level(
                    pair.costText(level.price()),
                    pair.volumeText(level.volume()),
                    level.since().getEpochSecond()))
        .toList();
  }
}
