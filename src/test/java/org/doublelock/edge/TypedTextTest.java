package org.doublelock.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

  @ParameterizedTest
  @CsvSource({
    "Trading bot, trading BOT",
    "Trading bot, 'Trad\u200bing bot'",
    "Trading bot, 'Trading\u2060 bot\u00ad'",
    "Trading bot, 'Trading\u2003bot'",
    "paypal, 'p\u0430yp\u0430l'",
    "PayPal, PayPaI",
    "'\uff54rading', trading",
    "bot 10, bot lO",
    "'\u0627\u0644\u0628\u0648\u062a', '\u202e\u0627\u0644\u0628\u0648\u062a\u202c'",
  })
  void what_looks_alike_is_alike(String one, String other) {
    assertTrue(TypedText.areAlike(one, other));
  }

  @ParameterizedTest
  @CsvSource({"Trading bot, Trading bots", "bot 1, bot 2", "caf\u00e9, cafe", "bot, tob"})
  void what_can_be_told_apart_is_not(String one, String other) {
    assertFalse(TypedText.areAlike(one, other));
  }

  @Test
  void random_names_are_not_alike() {
    assertFalse(TypedText.areAlike("Key " + UUID.randomUUID(), "Key " + UUID.randomUUID()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u200bb",
        "a\u202eb",
        "\u2066a",
        "a\u200e",
        "a\u00adb",
        "a\u200db",
        "\u3164",
        "a\u2028b",
        "a\udb40\udc41"
      })
  void what_nobody_sees_is_found(String text) {
    assertTrue(TypedText.hidesSomething(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trading bot", "caf\u00e9", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u06cc\u200c\u062e\u0648",
        "\u2764\ufe0f", "\ud83d\udc69\u200d\ud83d\udcbb", "\u7528\u6237", "<b>&\"'"
      })
  void what_people_write_is_not(String text) {
    assertFalse(TypedText.hidesSomething(text));
  }

  @Test
  void in_a_sentence_it_turns_nothing_around_and_else_stays_as_it_is() {
    assertEquals("bot <1>", TypedText.inSentence("bot <1>"));
    assertEquals("abc", TypedText.inSentence("a\u202eb\u2069c"));
    String hebrew = "\u05e9\u05dc\u05d5\u05dd";
    assertEquals("\u2068" + hebrew + "\u2069", TypedText.inSentence(hebrew));
    assertEquals("\u2068" + hebrew + "\u2069", TypedText.inSentence("\u2069" + hebrew + "\u202d"));
  }
}
