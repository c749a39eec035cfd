package org.doublelock.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTextTest {

  private static final SecretText TYPED = SecretText.of("hush hush");

  private record SignInForm(String name, SecretText password) {}

  @Test
  void shows_nothing_in_any_text_that_holds_it() {
    String texts = TYPED + " " + List.of(TYPED) + Optional.of(TYPED) + new SignInForm("ada", TYPED);
    assertFalse(texts.contains("hush"));
  }

  @Test
  void gives_what_was_typed_to_who_asks_for_it() {
    assertEquals("hush hush", TYPED.read());
  }

  @Test
  void equals_the_same_text_and_no_other() {
    assertEquals(TYPED, SecretText.of("hush hush"));
    assertNotEquals(TYPED, SecretText.of("hush hush "));
  }

  @Test
  void tells_nothing_by_its_hash_code() {
    assertEquals(TYPED.hashCode(), SecretText.of("other").hashCode());
  }

  @Test
  void cannot_be_kept_in_a_session() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThrows(NotSerializableException.class, () -> out.writeObject(TYPED));
    }
  }
}
