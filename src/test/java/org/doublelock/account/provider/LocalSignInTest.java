package org.doublelock.account.provider;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.OneAccount;
import org.doublelock.account.Operators;
import org.doublelock.account.PersonThere;
import org.doublelock.identity.ProviderSettings;
import org.junit.jupiter.api.Test;

class LocalSignInTest extends OneAccount {

  @Test
  void a_password_signs_everybody_in_or_operators_alone() {
    assertTrue(isOpenTo(true, ""));
    assertFalse(isOpenTo(false, "bert"));
    assertTrue(isOpenTo(false, "anna"));
  }

  @Test
  void whose_account_the_provider_opened_is_signed_in_by_it_alone() {
    ProviderPerson who = ProviderPerson.of(PersonThere.of("1", null, null));
    room.run(() -> room.identities.add(account, who, true, NOW));
    assertFalse(isOpenTo(true, "anna"));
    room.run(() -> room.passwords.byReset(account, AccountRoom.PASSWORD_HASH));
    assertFalse(isOpenTo(true, "anna"), "with a new password");
    room.run(() -> room.identities.admit(account, NOW));
    assertFalse(isOpenTo(true, "anna"), "while somebody else of that name is let in");
    ProviderPerson next = ProviderPerson.of(PersonThere.of("2", null, null));
    assertTrue(room.in(() -> room.identities.useAdmission(room.accounts.held(account), next, NOW)));
    assertFalse(isOpenTo(true, "anna"), "and once they are");
    room.run(() -> room.identities.release(account));
    assertTrue(isOpenTo(true, ""), "once an operator has released it");
  }

  private boolean isOpenTo(boolean all, String operators) {
    ProviderSettings settings =
        new ProviderSettings() {
          @Override
          public boolean isPasswordsForAll() {
            return all;
          }
        };
    LocalSignIn local =
        new LocalSignIn(settings, room.identities, new Operators(Optional.of(operators)));
    return room.in(() -> local.isOpenTo(room.accounts.find(account).orElseThrow()));
  }
}
