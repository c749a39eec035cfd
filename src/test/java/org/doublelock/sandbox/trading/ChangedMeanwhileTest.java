package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doublelock.function.Arguments;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Changes of one order that were measured before either was carried out, as two calls at once are.
 * The last price of a bitcoin is 37,500.
 */
class ChangedMeanwhileTest {

  private static final String CHANGED = "EOrder:Order changed";

  private final Client client = Client.of(ExchangeOn.memory());
  private String id;

  @BeforeEach
  void an_order() {
    id = client.order("buy", "0.01", "XBTUSD", "30000");
  }

  /** The call as it is with a key that is unlocked up to an amount, once it was measured. */
  private final class Measured {

    private final Client leased;
    private final String function;
    private final String[] fields;

    Measured(String function, String... more) {
      this.function = function;
      this.fields = Stream.concat(Stream.of("txid", id), Stream.of(more)).toArray(String[]::new);
      Map<String, String> arguments = new LinkedHashMap<>();
      for (int at = 0; at < fields.length; at += 2) {
        arguments.put(fields[at], fields[at + 1]);
      }
      leased =
          client.havingTaken(
              client
                  .functions()
                  .get(function)
                  .measure()
                  .orElseThrow()
                  .of(new Arguments(arguments))
                  .orElseThrow());
    }

    void perform() {
      leased.call(function, fields);
    }

    String refusal() {
      return leased.refusal(function, fields);
    }
  }

  @Test
  void an_amendment_does_not_count_on_terms_that_another_one_has_changed() {
    Measured more = new Measured("AmendOrder", "order_qty", "0.04");
    Measured dearer = new Measured("AmendOrder", "limit_price", "3000000");
    more.perform();
    assertEquals(CHANGED, dearer.refusal());
    assertEquals(new BigDecimal("0.04000000"), new BigDecimal(client.queried(id).getString("vol")));
  }

  @Test
  void nor_the_other_way_round() {
    Measured more = new Measured("AmendOrder", "order_qty", "0.04");
    Measured dearer = new Measured("AmendOrder", "limit_price", "3000000");
    dearer.perform();
    assertEquals(CHANGED, more.refusal());
    assertEquals(new BigDecimal("0.01000000"), new BigDecimal(client.queried(id).getString("vol")));
  }

  @Test
  void nor_does_an_order_that_takes_the_place_of_an_amended_one() {
    Measured dearer = new Measured("EditOrder", "pair", "XBTUSD", "price", "3000000");
    Measured looked =
        new Measured("EditOrder", "pair", "XBTUSD", "price", "3000000", "validate", "true");
    new Measured("AmendOrder", "order_qty", "0.04").perform();
    assertEquals(CHANGED, dearer.refusal());
    looked.perform();
    assertEquals("open", client.queried(id).getString("status"));
  }

  @Test
  void what_costs_no_more_than_was_taken_is_carried_out_whatever_has_changed() {
    Measured first = new Measured("AmendOrder", "order_qty", "0.04");
    Measured same = new Measured("AmendOrder", "order_qty", "0.04", "limit_price", "31000");
    Measured less = new Measured("AmendOrder", "order_qty", "0.005");
    for (Measured each : List.of(first, same, less)) {
      each.perform();
    }
    assertEquals(new BigDecimal("0.00500000"), new BigDecimal(client.queried(id).getString("vol")));
  }

  @Test
  void a_call_with_a_code_is_bound_by_no_amount() {
    client.call("AmendOrder", "txid", id, "order_qty", "0.04");
    client.call("AmendOrder", "txid", id, "limit_price", "30500");
    assertEquals(new BigDecimal("0.04000000"), new BigDecimal(client.queried(id).getString("vol")));
  }
}
