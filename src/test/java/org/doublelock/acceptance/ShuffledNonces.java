package org.doublelock.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Each nonce three times, in order but for blocks that are shuffled. */
final class ShuffledNonces {

  private static final int BLOCK = 40;
  private static final int COPIES = 3;

  private final Random random = new Random(4242);
  private final List<Long> block = new ArrayList<>();
  private long next = 1;

  synchronized long nonce(long number) {
    if (block.isEmpty()) {
      for (int index = 0; index < BLOCK; index++, next++) {
        block.addAll(Collections.nCopies(COPIES, next));
      }
      Collections.shuffle(block, random);
    }
    return block.remove(block.size() - 1);
  }
}
