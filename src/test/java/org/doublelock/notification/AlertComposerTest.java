package org.doublelock.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.Origin;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.MailText;
import org.doublelock.mail.QueuedMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail about what happened: what, when, from where, and how to stop it. */
class AlertComposerTest extends OneOwner {

  private static final Origin HOME =
      new Origin(
          "192.0.2.1", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");

  private AlertComposer composer;
  private UUID key;

  @BeforeEach
  void a_key() {
    composer = new AlertComposer(WORDS, links, accounts.accounts(), accounts.factors());
    key = key("bot").id().value();
  }

  @Test
  void says_what_happened_to_which_key_of_whom_when_and_from_where() {
    MailText mail = alert(EventKind.KEY_DISABLED, Optional.of(key), "bot", "en");
    assertEquals(ADDRESS.text(), mail.to());
    assertEquals("Doublelock: An API key was disabled", mail.subject());
    for (String fact :
        new String[] {
          "Account: anna",
          "API key: bot",
          "When: 23 November 2026, 10:00:00 UTC",
          "From: 192.0.2.1",
          "Browser or program: Firefox"
        }) {
      assertTrue(mail.body().contains(fact), fact + " in\n" + mail.body());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHENTICATOR_REMOVED", "PASSKEY_REMOVED"})
  void says_that_2fa_at_sign_in_is_off_where_no_factor_is_left(EventKind kind) {
    String off = "2FA at sign-in is off";
    String last = alert(kind, Optional.empty(), "phone", "en").body();
    assertTrue(last.contains(off), last);
    accounts.addApp(owner, NOW);
    String oneOfTwo = alert(kind, Optional.empty(), "tablet", "en").body();
    assertFalse(oneOfTwo.contains(off), oneOfTwo);
    String added = alert(EventKind.AUTHENTICATOR_ADDED, Optional.empty(), "phone", "en").body();
    assertFalse(added.contains(off), added);
  }

  @Test
  void says_of_wrong_codes_that_somebody_may_know_the_password_and_of_wrong_passwords_not() {
    String knows = "somebody knows your password";
    String codes = alert(EventKind.SIGN_IN_CODES_HELD_BACK, Optional.empty(), "", "en").body();
    assertTrue(codes.contains(knows), codes);
    String passwords = alert(EventKind.SIGN_IN_HELD_BACK, Optional.empty(), "", "en").body();
    assertFalse(passwords.contains(knows), passwords);
  }

  @Test
  void is_in_the_language_of_the_account() {
    MailText mail = alert(EventKind.KEY_DISABLED, Optional.of(key), "bot", "nl");
    assertTrue(mail.body().contains("23 november 2026"), mail.body());
    assertFalse(mail.body().contains("If this was you"), mail.body());
  }

  @Test
  void holds_a_link_that_freezes_the_key() {
    MailText mail = alert(EventKind.KEY_DISABLED, Optional.of(key), "bot", "en");
    assertEquals(Optional.of(key), link(mail, "/freeze", LinkPurpose.FREEZE).apiKey());
  }

  @Test
  void holds_one_that_freezes_everything_where_it_is_about_the_account() {
    MailText mail = alert(EventKind.PASSWORD_CHANGED, Optional.empty(), "", "en");
    MailedLink link = link(mail, "/freeze", LinkPurpose.FREEZE);
    assertEquals(Optional.of(owner), link.account());
    assertEquals(Optional.empty(), link.apiKey());
  }

  @Test
  void holds_one_that_leaves_a_second_factor_on_which_is_about_to_go() {
    MailText mail = alert(EventKind.TWO_FACTOR_OFF_BEGUN, Optional.of(key), "bot", "en");
    assertEquals(Optional.of(key), link(mail, "/stop", LinkPurpose.STOP_REMOVAL).apiKey());
    assertEquals(Optional.of(key), link(mail, "/freeze", LinkPurpose.FREEZE).apiKey());
  }

  @Test
  void leads_to_the_keys_setup_where_2fa_is_required_and_asks_nothing_of_who_it_was() {
    QueuedMail mail =
        mail(
            EventKind.TWO_FACTOR_REQUIRED,
            Optional.of(key),
            "bot (2027-01-01T00:00:00Z)",
            "en",
            Origin.none());
    String body = compose(mail).orElseThrow().body();
    assertTrue(body.contains("Required from: 1 January 2027, 00:00:00 UTC"), body);
    assertTrue(
        body.lines()
            .anyMatch(
                ("https://keys.example.com/api-keys/" + key + "/second-factor/enrolment")::equals),
        body);
    assertFalse(body.contains("If this was you"), body);
    assertFalse(body.contains("token="), body);
  }

  @ParameterizedTest
  @EnumSource(names = {"KEY_DELETED", "ACCOUNT_LOCKED"})
  void holds_none_where_there_is_nothing_left_to_freeze(EventKind kind) {
    assertFalse(alert(kind, Optional.empty(), "bot", "en").body().contains("token="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void every_event_that_is_told_has_its_words(String language) {
    for (EventKind kind : EnumSet.allOf(EventKind.class)) {
      if (Alert.isFor(kind)) {
        MailText mail = alert(kind, Optional.empty(), "x", language);
        assertEquals(1, mail.subject().lines().count());
        assertFalse(mail.subject().contains("event."), mail.subject());
        assertFalse(mail.body().contains("{"), mail.body());
      }
    }
  }

  @Test
  void what_only_a_newer_release_knows_is_left_to_its_nodes() {
    assertTrue(composer.composes(told(EventKind.KEY_FROZEN.code())));
    assertFalse(composer.composes(told("key-lent")));
  }

  @Test
  void says_of_an_unlocked_key_until_when_and_for_what_each_in_words() {
    String detail = "bot (2026-11-28T16:40:00Z; 203.0.113.7; 500.5 USD; Withdraw, AddOrder … +12)";
    assertSays(
        alert(EventKind.LEASE_GRANTED, Optional.of(key), detail, "en"),
        """
        API key: bot
        Unlocked until: 28 November 2026, 16:40:00 UTC
        For calls from: 203.0.113.7
        Up to: 500.5 USD
        For 14 actions: Withdraw, AddOrder, …
        When: """);
    assertSays(
        alert(EventKind.LEASE_GRANTED_BY_CALL, Optional.of(key), detail, "nl"),
        """
        API-sleutel: bot
        Ontgrendeld tot: 28 november 2026, 16:40:00 UTC
        Voor aanroepen vanaf: 203.0.113.7
        Tot hoeveel: 500.5 USD
        Voor 14 acties: Withdraw, AddOrder, …
        Wanneer: """);
  }

  @Test
  void says_of_one_without_bounds_that_it_has_none_and_names_all_actions_that_there_are() {
    assertSays(
        alert(
            EventKind.LEASE_GRANTED, Optional.of(key), "bot (2026-11-28T16:40:00Z; Balance)", "en"),
        """
        Unlocked until: 28 November 2026, 16:40:00 UTC
        For calls from: anywhere that the key may be used
        For one action: Balance
        When: """);
  }

  @Test
  void says_from_when_a_key_must_have_a_second_factor_in_the_holders_words() {
    assertSays(
        alert(EventKind.TWO_FACTOR_REQUIRED, Optional.of(key), "bot (2026-12-01T00:00:00Z)", "nl"),
        """
        API-sleutel: bot
        Verplicht vanaf: 1 december 2026, 00:00:00 UTC
        Wanneer: """);
  }

  @ParameterizedTest
  @EnumSource(names = {"LEASE_ENDED", "LEASE_RAN_OUT"})
  void says_of_one_that_was_locked_again_how_many_calls_there_were(EventKind kind) {
    assertSays(
        alert(kind, Optional.of(key), "bot (0 ×)", "en"),
        """
        API key: bot
        Calls while it was unlocked: 0
        When: """);
  }

  /** Written by an older release, or a newer one. */
  @Test
  void shows_what_it_cannot_read_as_it_stands() {
    String detail = "bot (2026-11-28; Withdraw)";
    assertSays(
        alert(EventKind.LEASE_GRANTED, Optional.of(key), detail, "en"),
        "API key: " + detail + "\nWhen: ");
  }

  private static void assertSays(MailText mail, String lines) {
    assertTrue(mail.body().contains(lines), mail.body());
  }

  @Test
  void leaves_out_what_is_not_known() {
    QueuedMail mail = mail(EventKind.TWO_FACTOR_OFF, Optional.of(key), "bot", "en", Origin.none());
    String body = compose(mail).orElseThrow().body();
    assertFalse(body.contains("From:"), body);
    assertFalse(body.contains("Browser"), body);
  }

  @Test
  void nobody_is_told_of_an_account_that_there_is_no_more() {
    QueuedMail mail = mail(EventKind.PASSWORD_CHANGED, Optional.empty(), "", "en", HOME);
    owner = new AccountId(UUID.randomUUID());
    QueuedMail gone = mail(EventKind.PASSWORD_CHANGED, Optional.empty(), "", "en", HOME);
    assertTrue(compose(mail).isPresent());
    assertEquals(Optional.empty(), compose(gone));
  }

  private MailText alert(EventKind kind, Optional<UUID> about, String detail, String language) {
    return compose(mail(kind, about, detail, language, HOME)).orElseThrow();
  }

  private QueuedMail mail(
      EventKind kind, Optional<UUID> about, String detail, String language, Origin origin) {
    return mail(kind.code(), about, detail, language, origin);
  }

  private QueuedMail told(String code) {
    return mail(code, Optional.empty(), "", "en", HOME);
  }

  private QueuedMail mail(
      String code, Optional<UUID> about, String detail, String language, Origin origin) {
    return new QueuedMail(
        UUID.randomUUID(),
        MailKind.ALERT,
        Optional.of(owner.value()),
        about,
        ADDRESS.text(),
        language,
        code,
        detail,
        origin,
        NOW);
  }

  private Optional<MailText> compose(QueuedMail mail) {
    return transactions.in(() -> composer.compose(mail, NOW));
  }

  private MailedLink link(MailText mail, String page, LinkPurpose purpose) {
    BearerToken token = token(mail.body(), page).orElseThrow();
    return transactions.in(() -> links.find(token, purpose, NOW)).orElseThrow();
  }
}
