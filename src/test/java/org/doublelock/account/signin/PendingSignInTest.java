package org.doublelock.account.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingSignInTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void signs_nobody_in_after_five_minutes_and_still_knows_who_and_where_to(@TempDir Path keyset) {
    try (AccountRoom room = new AccountRoom(keyset, 0)) {
      AccountId anna = room.open("anna", NOW);
      PendingSignIn pending = new PendingSignIn();
      pending.begin(
          room.in(() -> room.accounts.find(anna)).orElseThrow(),
          "/activity",
          Optional.empty(),
          NOW);
      assertEquals(Optional.of(anna), pending.account(NOW.plusSeconds(299)));
      assertEquals(Optional.empty(), pending.account(NOW.plusSeconds(300)));
      assertEquals(Optional.of(anna), pending.begunFor());
      assertEquals(Optional.of("/activity"), pending.next());
      pending.end();
      assertEquals(Optional.empty(), pending.begunFor());
    }
  }
}
