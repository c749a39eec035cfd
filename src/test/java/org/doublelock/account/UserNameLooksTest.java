package org.doublelock.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.session.Visitor;
import org.junit.jupiter.api.Test;

/** User names that a person would take for another's. */
class UserNameLooksTest extends OneAccount {

  /** Cyrillic a in place of the first letter. */
  private static final String ALIKE = "\u0430nna";

  private static final Visitor VISITOR = new Visitor("192.0.2.1", "", Optional.empty());

  @Test
  void one_that_looks_like_another_is_known_for_it() {
    assertTrue(isLikeAnother(ALIKE));
    assertTrue(isLikeAnother("ANNA"));
    assertFalse(isLikeAnother("anne"));
  }

  @Test
  void one_from_before_is_learnt_at_a_start_and_is_signed_in_with_as_ever() {
    room.open("second", NOW);
    forget();
    assertFalse(isLikeAnother(ALIKE));
    room.open(ALIKE, NOW);
    forget();
    UserNameLooks looks = new UserNameLooks(room.entities());
    Optional<UUID> last = room.in(() -> looks.noteSome(Optional.empty()));
    assertEquals(Optional.empty(), room.in(() -> looks.noteSome(last)));
    assertTrue(isLikeAnother("s\u0435cond"));
    for (String name : new String[] {"anna", ALIKE}) {
      assertTrue(isLikeAnother(name));
      assertTrue(room.passwordOpens(name, AccountRoom.PASSWORD, VISITOR, NOW));
    }
  }

  @Test
  void one_that_is_anothers_mail_address_is_taken_since_it_would_sign_in_in_their_place() {
    AccountMail mail = new AccountMail(new MailAddress("anna@example.com"), "en");
    room.run(() -> room.addresses.set(account, mail, NOW));
    UserName name = new UserName("Anna@Example.com");
    assertEquals(
        Optional.empty(),
        room.in(() -> room.accounts.openUnlessTaken(name, AccountRoom.PASSWORD_HASH, NOW)));
    assertTrue(room.passwordOpens("anna@example.com", AccountRoom.PASSWORD, VISITOR, NOW));
  }

  @Test
  void one_for_a_new_account_hides_nothing() {
    assertEquals(Optional.empty(), UserName.parseNew("an\u3164na"));
    assertTrue(UserName.parse("an\u3164na").isPresent(), "who has it signs in with it");
    assertEquals("anna", UserName.parseNew("anna").orElseThrow().text());
  }

  private boolean isLikeAnother(String name) {
    return room.in(() -> room.accounts.isLikeAnother(new UserName(name)));
  }

  private void forget() {
    room.in(() -> room.entities().createQuery("delete from UserNameLookRow l").executeUpdate());
  }
}
