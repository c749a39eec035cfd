package org.doublelock.account.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.account.provider.IdentityLinks.Standing;
import org.doublelock.account.web.AccountState.Keys;
import org.doublelock.account.web.StatusLine.Level;
import org.doublelock.web.message.WordsOfTheBuild;
import org.junit.jupiter.api.Test;

class SecurityStatusTest {

  private static final AccountState NEW =
      new AccountState(
          new Keys(0, 0, 0, 0),
          false,
          0,
          true,
          true,
          Optional.empty(),
          1,
          Optional.empty(),
          Optional.empty());
  private static final AccountState CARED_FOR =
      new AccountState(
          new Keys(3, 3, 0, 0),
          true,
          10,
          true,
          true,
          Optional.of("anna@example.com"),
          2,
          Optional.empty(),
          Optional.empty());

  @Test
  void the_worst_comes_first() {
    SecurityStatus status = SecurityStatus.of(NEW);
    assertEquals("status.sign-in.password", status.lines().get(0).state());
    assertEquals(Level.NOW, status.lines().get(0).level());
    List<Level> levels = status.lines().stream().map(StatusLine::level).toList();
    assertEquals(levels.stream().sorted().toList(), levels);
    assertEquals(2, status.getOpen(), "a second factor to sign in with, and a mail address");
  }

  @Test
  void nothing_is_to_be_done_where_all_is_in_order() {
    assertEquals(0, SecurityStatus.of(CARED_FOR).getOpen());
  }

  @Test
  void recovery_codes_matter_more_the_fewer_there_are() {
    assertEquals(Level.FINE, recovery(4, true));
    assertEquals(Level.SOON, recovery(3, true));
    assertEquals(Level.NOW, recovery(0, true));
    assertEquals(Level.NOW, recovery(10, false));
  }

  @Test
  void keys_that_are_refused_for_want_of_2fa_come_before_those_that_will_be() {
    assertEquals(Level.SOON, keys(false).level());
    assertEquals(Level.NOW, keys(true).level());
    assertEquals(List.of(2L, "1 Jan 2027"), keys(true).arguments());
  }

  @Test
  void disabled_and_unlocked_keys_are_told_of_though_there_is_nothing_to_do() {
    assertEquals("status.keys.disabled", keys(with(3, 2, 0)).state());
    assertEquals(List.of(2L, 3L), keys(with(3, 2, 0)).arguments());
    assertEquals(Level.NOTE, keys(with(3, 2, 0)).level());
    assertEquals("status.keys.unlocked", keys(with(3, 2, 1)).state());
    assertEquals(List.of(1L, 3L), keys(with(3, 2, 1)).arguments());
    assertEquals(0, SecurityStatus.of(with(3, 2, 1)).getOpen());
  }

  @Test
  void that_keys_lack_2fa_is_told_before_that() {
    assertEquals("status.keys.on", keys(with(2, 2, 1)).state());
    assertEquals(Level.SOON, keys(with(2, 2, 1)).level());
  }

  /** Three keys, so many of them with a second factor, disabled and unlocked. */
  private static AccountState with(long on, long disabled, long unlocked) {
    return new AccountState(
        new Keys(3, on, disabled, unlocked),
        true,
        10,
        true,
        true,
        Optional.of("anna@example.com"),
        2,
        Optional.empty(),
        Optional.empty());
  }

  private static StatusLine keys(boolean inForce) {
    return keys(requiring(inForce));
  }

  private static StatusLine keys(AccountState account) {
    return SecurityStatus.of(account).lines().stream()
        .filter(line -> line.title().equals("status.keys"))
        .findFirst()
        .orElseThrow();
  }

  private static AccountState requiring(boolean inForce) {
    return new AccountState(
        new Keys(3, 1, 0, 0),
        true,
        10,
        true,
        true,
        Optional.of("anna@example.com"),
        2,
        Optional.of(new AccountState.Required(2, "1 Jan 2027", inForce)),
        Optional.empty());
  }

  @Test
  void without_mail_and_without_a_factor_there_is_nothing_to_say_of_addresses_and_codes() {
    AccountState account =
        new AccountState(
            new Keys(1, 1, 0, 0),
            false,
            0,
            true,
            false,
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.empty());
    assertFalse(titles(account).contains("status.mail"));
    assertFalse(titles(account).contains("recovery.title"));
    assertTrue(titles(CARED_FOR).containsAll(List.of("status.mail", "recovery.title")));
  }

  @Test
  void whom_the_provider_alone_signs_in_is_told_of_no_password() {
    for (Standing standing : List.of(Standing.LINKED, Standing.OPENED)) {
      AccountState account = by(standing, true);
      assertFalse(titles(account).contains("status.password"), standing.name());
      assertEquals("status.sign-in.provider", stateOf(account, "status.sign-in"));
    }
    AccountState either = by(Standing.LINKED, false);
    assertTrue(titles(either).contains("status.password"));
    assertEquals("status.sign-in.password", stateOf(either, "status.sign-in"));
  }

  private static AccountState by(Standing standing, boolean alone) {
    return new AccountState(
        new Keys(0, 0, 0, 0),
        false,
        0,
        true,
        true,
        Optional.empty(),
        1,
        Optional.empty(),
        Optional.of(new AccountState.Provider("Example", standing, alone)));
  }

  private static String stateOf(AccountState account, String title) {
    return SecurityStatus.of(account).lines().stream()
        .filter(line -> line.title().equals(title))
        .map(StatusLine::state)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_line_has_its_words() {
    AccountState worse =
        new AccountState(
            new Keys(3, 1, 0, 0),
            true,
            0,
            false,
            true,
            Optional.empty(),
            9,
            Optional.empty(),
            Optional.empty());
    for (AccountState account :
        List.of(
            NEW,
            CARED_FOR,
            worse,
            requiring(false),
            requiring(true),
            with(3, 1, 0),
            with(3, 0, 2))) {
      for (StatusLine line : SecurityStatus.of(account).lines()) {
        for (String key : List.of(line.title(), line.state(), line.step())) {
          String words =
              WordsOfTheBuild.messages()
                  .catalogue()
                  .text(Locale.ENGLISH, key, line.arguments().toArray());
          assertFalse(words.isBlank() || words.contains("{"), words);
        }
      }
    }
  }

  private static Level recovery(int left, boolean kept) {
    AccountState account =
        new AccountState(
            new Keys(0, 0, 0, 0),
            true,
            left,
            kept,
            false,
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.empty());
    return SecurityStatus.of(account).lines().stream()
        .filter(line -> line.title().equals("recovery.title"))
        .findFirst()
        .orElseThrow()
        .level();
  }

  private static List<String> titles(AccountState account) {
    return SecurityStatus.of(account).lines().stream().map(StatusLine::title).toList();
  }
}
