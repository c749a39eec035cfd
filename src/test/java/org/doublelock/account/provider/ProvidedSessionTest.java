package org.doublelock.account.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Optional;
import org.doublelock.account.OneAccount;
import org.doublelock.account.PersonThere;
import org.doublelock.account.session.PersonEntered;
import org.doublelock.account.session.Provided;
import org.doublelock.account.signin.PendingSignIn;
import org.doublelock.identity.Identity;
import org.junit.jupiter.api.Test;

/** What the provider said is kept with the session, on whichever node that is. */
class ProvidedSessionTest extends OneAccount {

  private static final Identity WHO = PersonThere.of("1", "anna", "anna@example.com");

  @Test
  void it_goes_with_its_session_to_another_node() throws Exception {
    ProvidedSession session = new ProvidedSession();
    session.keep(Provided.of(WHO));
    ProvidedSession moved = (ProvidedSession) moved(session);
    assertEquals(Optional.of(Provided.of(WHO)), moved.find());
    assertTrue(moved.isOpen());
    moved.forget(new PersonEntered());
    assertFalse(moved.isOpen());
  }

  @Test
  void so_does_a_sign_in_that_waits_for_its_second_factor() throws Exception {
    PendingSignIn pending = new PendingSignIn();
    pending.begin(
        room.in(() -> room.accounts.find(account)).orElseThrow(),
        "/activity",
        Optional.of(Provided.of(WHO)),
        NOW);
    PendingSignIn moved = (PendingSignIn) moved(pending);
    assertEquals(Optional.of(Provided.of(WHO)), moved.provided());
    assertEquals(Optional.of(account), moved.account(NOW));
  }

  private static Object moved(Object bean) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(bean);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
