package org.doublelock.sandbox.house;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.doublelock.sandbox.market.AssetPair;

/**
 * Where a pair's price is at a time: waves of several lengths around the reference price, from a
 * seed. The same seed, pair and step give the same price on every node and after every start, and
 * nothing has to be remembered.
 *
 * @param seed what the waves are made from
 */
record PriceWalk(long seed) {

  /** The furthest from the reference price, as a part of it. */
  static final double BOUND = 0.05;

  /** In steps; the shortest first. */
  private static final int[] LENGTHS = {7, 29, 113, 457, 1_801};

  private static final double[] HEIGHTS = {0.02, 0.04, 0.1, 0.24, 0.6};

  BigDecimal price(AssetPair pair, long step) {
    double shift = 0;
    for (int wave = 0; wave < LENGTHS.length; wave++) {
      shift += HEIGHTS[wave] * between(pair, wave, step);
    }
    BigDecimal price = pair.referencePrice().multiply(BigDecimal.valueOf(1 + BOUND * shift));
    return price.setScale(pair.priceDecimals(), RoundingMode.HALF_UP);
  }

  /** Between -1 and 1: on a line from one corner of the wave to the next. */
  private double between(AssetPair pair, int wave, long step) {
    long corner = Math.floorDiv(step, LENGTHS[wave]);
    double way = (double) Math.floorMod(step, LENGTHS[wave]) / LENGTHS[wave];
    return corner(pair, wave, corner) * (1 - way) + corner(pair, wave, corner + 1) * way;
  }

  private double corner(AssetPair pair, int wave, long number) {
    return random(pair, wave * 31L + 7, number).nextDouble() * 2 - 1;
  }

  /** What else happens at a step, reproducibly too. */
  SplittableRandom random(AssetPair pair, long what, long step) {
    SplittableRandom random =
        new SplittableRandom(
            seed ^ pair.id().hashCode() * 0x9E3779B97F4A7C15L ^ what * 0xC2B2AE3D27D4EB4FL ^ step);
    return random.split();
  }
}
