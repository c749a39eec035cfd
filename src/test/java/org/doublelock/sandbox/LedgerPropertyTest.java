package org.doublelock.sandbox;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class LedgerPropertyTest {

  @RepeatedTest(2)
  void the_books_balance_after_a_thousand_random_operations_from_several_threads(
      RepetitionInfo repetition) throws InterruptedException {
    new RandomTrading(ExchangeOn.memory()).run(1_000, 4, 42L * repetition.getCurrentRepetition());
  }
}
