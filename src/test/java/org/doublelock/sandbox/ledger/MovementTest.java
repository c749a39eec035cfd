package org.doublelock.sandbox.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.market.Assets;
import org.junit.jupiter.api.Test;

class MovementTest {

  private static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());

  private static Movement movement(Posting... postings) {
    return new Movement(Movement.Kind.DEPOSIT, "F", Instant.EPOCH, List.of(postings));
  }

  @Test
  void what_one_bucket_gets_another_gives() {
    Movement movement =
        movement(
            Posting.of(Bucket.WORLD, Assets.USD, new BigDecimal("-1.5")),
            Posting.of(Bucket.AVAILABLE, ACCOUNT, Assets.USD, new BigDecimal("1.50")));
    assertEquals(2, movement.postings().size());
  }

  @Test
  void a_movement_that_makes_something_out_of_nothing_cannot_be_made() {
    Posting gift = Posting.of(Bucket.AVAILABLE, ACCOUNT, Assets.USD, BigDecimal.ONE);
    assertThrows(IllegalArgumentException.class, () -> movement(gift));
    Posting otherAsset = Posting.of(Bucket.WORLD, Assets.EUR, BigDecimal.ONE.negate());
    assertThrows(IllegalArgumentException.class, () -> movement(gift, otherAsset));
  }

  @Test
  void an_amount_finer_than_its_asset_cannot_be_posted() {
    assertThrows(
        ArithmeticException.class,
        () -> Posting.of(Bucket.WORLD, Assets.USD, new BigDecimal("0.00001")));
  }

  @Test
  void a_bucket_of_accounts_needs_one_and_the_others_have_none() {
    assertThrows(
        IllegalArgumentException.class, () -> Posting.of(Bucket.HELD, Assets.USD, BigDecimal.ONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> Posting.of(Bucket.FEES, ACCOUNT, Assets.USD, BigDecimal.ONE));
  }
}
