package org.doublelock.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that no database and no UTF-8 can hold is an invalid argument. */
class UnstorableTextTest {

  private static Optional<String> text(String value) {
    return new Arguments(Map.of("id", value)).text("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0b", "\uD83D", "\uDE00\uD83D", "x\uDE00"})
  void a_null_character_and_half_a_character_are_refused_by_the_arguments_name(String value) {
    FunctionFailure refused = assertThrows(FunctionFailure.class, () -> text(value));
    assertEquals("EGeneral:Invalid arguments:id", refused.wireError());
    assertEquals(
        Optional.empty(), Measure.ofField("id", "USD").of(new Arguments(Map.of("id", value))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb\n", "\uD83D\uDE00", "ä"})
  void any_other_text_is_read_as_it_was_sent(String value) {
    assertEquals(Optional.of(value), text(value));
  }

  @Test
  void in_the_list_of_a_batch_it_is_refused_too() {
    Client client = Client.of(ExchangeOn.memory());
    assertEquals(
        "EGeneral:Invalid arguments:orders",
        client.refusal("CancelOrderBatch", "orders[0]", "O\0"));
    assertEquals(
        "EGeneral:Invalid arguments:txid",
        client.refusal("AmendOrder", "txid", "O\0", "order_qty", "1"));
  }
}
