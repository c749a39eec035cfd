package org.doublelock.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.Test;

/** Opening accounts, finding them by what people type, and locking them. */
class AccountsTest extends OneAccount {

  @Test
  void one_is_found_by_its_name_in_any_case_or_by_its_address_and_a_name_wins() {
    AccountId other = room.open("bert@example.com", NOW);
    address(account, "somebody@example.com");
    assertEquals(Optional.of(account), typed("Anna"));
    assertEquals(Optional.of(account), typed("SOMEBODY@example.com"));
    assertEquals(Optional.empty(), typed("nobody"));
    assertEquals(Optional.empty(), typed(""));
    address(account, "bert@example.com");
    assertEquals(Optional.of(other), typed("bert@example.com"));
    assertEquals(
        Optional.of(account),
        room.in(() -> room.accounts.findByAddress(new MailAddress("bert@example.com")))
            .map(Account::id));
  }

  @Test
  void a_name_that_is_taken_in_whatever_way_opens_no_account() {
    address(account, "somebody@example.com");
    for (String name : List.of("anna", "ANNA", "somebody@example.com", "\u0430nna")) {
      assertTrue(openUnlessTaken(name).isEmpty(), name);
    }
    assertTrue(openUnlessTaken("bert").isPresent());
  }

  @Test
  void the_first_is_opened_where_there_is_none() {
    assertFalse(room.in(room.accounts::isEmpty));
    UserName name = new UserName("bert");
    assertTrue(
        room.in(() -> room.accounts.openFirst(name, AccountRoom.PASSWORD_HASH, NOW)).isEmpty());
    assertEquals(Optional.empty(), typed("bert"));
  }

  @Test
  void a_new_password_takes_the_old_ones_place_and_its_owner_is_told_how() {
    PasswordHash another = AccountRoom.hash("four herons cross a wet field");
    assertTrue(hasPassword(AccountRoom.PASSWORD));
    room.run(() -> room.accounts.changePassword(account, another));
    assertFalse(hasPassword(AccountRoom.PASSWORD));
    assertTrue(hasPassword("four herons cross a wet field"));
    room.run(() -> room.accounts.resetPassword(account, AccountRoom.PASSWORD_HASH));
    assertTrue(hasPassword(AccountRoom.PASSWORD));
    assertEquals(
        List.of(EventKind.ACCOUNT_OPENED, EventKind.PASSWORD_CHANGED, EventKind.PASSWORD_RESET),
        room.events(account));
  }

  @Test
  void another_hash_of_the_password_is_kept_unless_it_was_changed_meanwhile() {
    PasswordHash renewed = AccountRoom.hash(AccountRoom.PASSWORD);
    PasswordHash late = AccountRoom.hash(AccountRoom.PASSWORD);
    assertNotEquals(renewed.text(), late.text());
    String before = AccountRoom.PASSWORD_HASH.text();
    room.run(() -> room.accounts.renewHash(account, before, renewed));
    room.run(() -> room.accounts.renewHash(account, before, late));
    assertEquals(
        renewed.text(), room.in(() -> room.accounts.find(account).orElseThrow().passwordHash()));
  }

  @Test
  void a_password_that_is_nobodys_is_wrong() {
    assertFalse(outside().hasPassword(AccountId.random(), AccountRoom.PASSWORD));
  }

  @Test
  void who_locks_or_unlocks_is_told_whether_it_was_they() {
    assertFalse(room.in(() -> room.accounts.unlock(account)));
    assertTrue(room.in(() -> room.accounts.lock(account, NOW)));
    assertFalse(room.in(() -> room.accounts.lock(account, NOW.plusSeconds(1))));
    assertFalse(isEnabled());
    assertTrue(room.in(() -> room.accounts.unlock(account)));
    assertFalse(room.in(() -> room.accounts.unlock(account)));
    assertTrue(isEnabled());
  }

  /** As a page asks, which is in no transaction while a slow hash is computed. */
  private Accounts outside() {
    return new AccountsInTransactions(
        room.transactions(),
        room.transactions().passwords(),
        EventsOn.recorder(room.transactions()));
  }

  private boolean isEnabled() {
    return room.in(() -> room.accounts.find(account).orElseThrow().isEnabled());
  }

  private boolean hasPassword(String password) {
    return outside().hasPassword(account, password);
  }

  private Optional<AccountId> typed(String text) {
    return room.in(() -> room.accounts.findByNameOrAddress(text)).map(Account::id);
  }

  private Optional<Account> openUnlessTaken(String name) {
    return room.in(
        () -> room.accounts.openUnlessTaken(new UserName(name), AccountRoom.PASSWORD_HASH, NOW));
  }

  private void address(AccountId of, String text) {
    AccountMail mail = new AccountMail(new MailAddress(text), "en");
    room.run(() -> room.addresses.set(of, mail, NOW));
  }
}
