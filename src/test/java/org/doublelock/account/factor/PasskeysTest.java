package org.doublelock.account.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.activity.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys of an account, made and used by an authenticator in software. */
class PasskeysTest extends OneAccount {

  private static final RelyingParty HERE = new RelyingParty("https://lock.example", "lock.example");

  private final BearerToken session = BearerToken.random();
  private final SoftwarePasskey stick = new SoftwarePasskey();

  @Test
  void the_first_brings_the_recovery_codes_and_no_other_does() {
    AddedFactor first = add(account, "stick", stick);
    assertEquals(FactorOutcome.FIRST, first.outcome());
    assertEquals(RecoveryCodes.NUMBER, first.codes().size());
    assertTrue(room.in(() -> room.factors.areOn(account)));
    assertFalse(room.in(() -> room.factors.haveApp(account)));
    assertEquals(Optional.of(NOW), room.in(() -> room.factors.onSince(account)));
    assertEquals(
        new AddedFactor(FactorOutcome.CONFIRMED, List.of()),
        add(account, "laptop", new SoftwarePasskey()));
    assertEquals(2, room.in(() -> room.factors.number(account)));
    assertEquals(
        List.of(
            EventKind.ACCOUNT_OPENED,
            FactorKind.PASSKEY.added,
            EventKind.RECOVERY_CODES_MADE,
            FactorKind.PASSKEY.added),
        room.events(account));
  }

  @Test
  void what_it_signed_is_right_once() {
    add(account, "stick", stick);
    String answer = stick.signed(issue());
    assertEquals(FactorOutcome.CONFIRMED, verify(account, answer));
    assertEquals(FactorOutcome.USED, verify(account, answer));
    assertEquals(FactorOutcome.CONFIRMED, verify(account, stick.signed(issue())));
  }

  @Test
  void a_copy_of_it_whose_count_stayed_behind_is_refused() {
    add(account, "stick", stick);
    assertEquals(FactorOutcome.CONFIRMED, verify(account, stick.signed(issue())));
    assertEquals(FactorOutcome.WRONG, verify(account, stick.signedAgain(issue())));
    assertEquals(FactorOutcome.CONFIRMED, verify(account, stick.signed(issue())));
  }

  @Test
  void another_accounts_and_an_unknown_one_are_wrong() {
    AccountId other = room.open("bert", NOW);
    add(account, "stick", stick);
    assertEquals(FactorOutcome.WRONG, verify(other, stick.signed(issue())));
    assertEquals(FactorOutcome.WRONG, verify(account, new SoftwarePasskey().signed(issue())));
    assertEquals(FactorOutcome.CONFIRMED, verify(account, stick.signed(issue())));
  }

  @Test
  void one_that_any_account_has_is_not_added_again() {
    AccountId other = room.open("bert", NOW);
    add(account, "stick", stick);
    assertEquals(FactorOutcome.WRONG, add(account, "again", stick).outcome());
    assertEquals(FactorOutcome.WRONG, add(other, "mine", stick).outcome());
    assertFalse(room.in(() -> room.factors.areOn(other)));
  }

  @Test
  void it_is_added_to_the_page_that_asked_and_where_that_page_is() {
    PasskeyChallenge.Issued issued = issueForNew();
    String elsewhere = stick.created(issued, "https://lock.example.test");
    assertEquals(FactorOutcome.WRONG, add(account, "stick", elsewhere).outcome());
    String late = stick.created(issued);
    assertEquals(FactorOutcome.NOTHING_TO_CONFIRM, add(account, "stick", late).outcome());
    assertFalse(room.in(() -> room.factors.areOn(account)));
    assertEquals(FactorOutcome.FIRST, add(account, "stick", stick).outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "[]", "null", "{\"id\":\"AA\",\"response\":{}}"})
  void what_is_no_answer_is_wrong(String json) {
    add(account, "stick", stick);
    List<EventKind> before = room.events(account);
    assertEquals(FactorOutcome.WRONG, add(account, "another", json).outcome());
    assertEquals(FactorOutcome.WRONG, room.in(() -> room.passkeys.verify(account, json, NOW)));
    assertEquals(before, room.events(account));
  }

  @Test
  void an_answer_that_is_typed_as_a_code_is_told_from_one() {
    add(account, "stick", stick);
    String answer = stick.signed(issue());
    assertEquals(FactorOutcome.CONFIRMED, room.in(() -> room.factors.verify(account, answer, NOW)));
    assertEquals(FactorOutcome.WRONG, room.in(() -> room.factors.verify(account, "123456", NOW)));
  }

  @Test
  void authenticators_are_asked_for_es256_first_and_by_the_ids_they_know() {
    assertEquals(List.of(-7L, -8L, -257L), Passkeys.algorithms());
    add(account, "stick", stick);
    assertEquals(List.of(stick.id()), room.in(() -> room.passkeys.credentialIds(account)));
  }

  @Test
  void each_has_a_name_of_its_own_which_may_be_changed() {
    add(account, "stick", stick);
    SoftwarePasskey laptop = new SoftwarePasskey();
    assertEquals(FactorOutcome.NAME_TAKEN, add(account, "STICK", laptop).outcome());
    add(account, "laptop", laptop);
    UUID id = named("laptop").id();
    assertFalse(rename(id, "Stick"));
    assertTrue(rename(id, "desk"));
    assertEquals("desk", named("desk").name());
    assertEquals(
        1, room.events(account).stream().filter(FactorKind.PASSKEY.renamed::equals).count());
  }

  @Test
  void of_ten_there_is_no_room_for_another() {
    for (int number = 1; number <= AccountFactors.MAX; number++) {
      assertTrue(add(account, "key " + number, new SoftwarePasskey()).outcome().isConfirmed());
    }
    assertEquals(FactorOutcome.FULL, add(account, "eleventh", stick).outcome());
  }

  @Test
  void the_last_one_takes_the_recovery_codes_with_it() {
    List<RecoveryCode> codes = add(account, "stick", stick).codes();
    UUID id = named("stick").id();
    assertEquals(RemovedFactor.UNWARNED, remove(id, false));
    assertEquals(RemovedFactor.LAST_REMOVED, remove(id, true));
    assertEquals(List.of(), room.in(() -> room.recovery.recognised(account, codes)));
    assertEquals(Optional.empty(), room.in(() -> room.factors.onSince(account)));
    assertEquals(FactorOutcome.WRONG, verify(account, stick.signed(issue())));
  }

  @Test
  void all_factors_are_taken_away_at_once() {
    List<RecoveryCode> codes = add(account, "stick", stick).codes();
    room.addApp(account, "phone", NOW);
    room.run(() -> room.factors.removeAll(account));
    assertEquals(0, room.in(() -> room.factors.number(account)));
    assertEquals(Optional.empty(), room.in(() -> room.factors.onSince(account)));
    assertEquals(List.of(), room.in(() -> room.recovery.recognised(account, codes)));
  }

  private PasskeyChallenge.Issued issue() {
    return room.challenge.issue(HERE, NOW);
  }

  private PasskeyChallenge.Issued issueForNew() {
    return room.challenge.issueForNew(session, HERE, NOW);
  }

  private AddedFactor add(AccountId to, String name, SoftwarePasskey passkey) {
    return add(to, name, passkey.created(issueForNew()));
  }

  private AddedFactor add(AccountId to, String name, String json) {
    return room.in(() -> room.factors.addPasskey(to, session, new FactorName(name), json, NOW));
  }

  private FactorOutcome verify(AccountId of, String json) {
    return room.in(() -> room.passkeys.verify(of, json, NOW));
  }

  private boolean rename(UUID id, String name) {
    return room.in(
        () -> room.factors.rename(account, FactorKind.PASSKEY, id, new FactorName(name)));
  }

  private RemovedFactor remove(UUID id, boolean warned) {
    return room.in(() -> room.factors.remove(account, FactorKind.PASSKEY, id, warned));
  }

  private KeptFactor named(String name) {
    return room.in(() -> room.passkeys.of(account)).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
