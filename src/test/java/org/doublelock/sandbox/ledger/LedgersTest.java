package org.doublelock.sandbox.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.funding.Funding;
import org.doublelock.sandbox.market.Assets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgersTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);

  /** Receives one more dollar so many times, a second apart, from a second after the start. */
  private void receive(int times) {
    client.call("Balance");
    Funding funding = new Funding(exchange);
    for (int i = 1; i <= times; i++) {
      funding.receiveDeposit(
          client.account(), Assets.USD, BigDecimal.valueOf(i), Client.START.plusSeconds(i));
    }
  }

  private static List<String> amounts(JsonObject answer) {
    return answer.getJsonObject("ledger").values().stream()
        .map(entry -> entry.asJsonObject().getString("amount"))
        .toList();
  }

  @Test
  void entries_have_the_published_fields() {
    receive(1);
    JsonObject ledger = client.call("Ledgers", "type", "deposit").getJsonObject("ledger");
    String id = ledger.keySet().iterator().next();
    assertTrue(id.matches("L[A-Z2-7]{5}-[A-Z2-7]{5}-[A-Z2-7]{6}"), id);
    JsonObject entry = ledger.getJsonObject(id);
    assertEquals(
        Set.of("refid", "time", "type", "subtype", "aclass", "asset", "amount", "fee", "balance"),
        entry.keySet());
    assertEquals("ZUSD", entry.getString("asset"));
    assertEquals("1.0000", entry.getString("amount"));
    assertEquals("250001.0000", entry.getString("balance"));
    assertEquals("0.0000", entry.getString("fee"));
  }

  @Test
  void entries_come_fifty_to_a_page_the_newest_first() {
    receive(51);
    JsonObject first = client.call("Ledgers", "asset", "USD");
    assertEquals(52, first.getInt("count"));
    assertEquals(50, amounts(first).size());
    assertEquals("51.0000", amounts(first).get(0));
    assertEquals(
        List.of("1.0000", "250000.0000"),
        amounts(client.call("Ledgers", "asset", "USD", "ofs", "50")));
  }

  @Test
  void entries_can_be_narrowed_by_asset_type_and_time() {
    receive(3);
    assertEquals(
        List.of("2.0000"),
        amounts(
            client.call(
                "Ledgers",
                "start",
                Long.toString(Client.START.getEpochSecond() + 1),
                "end",
                Long.toString(Client.START.getEpochSecond() + 2))));
    assertEquals(3, client.call("Ledgers", "type", "deposit").getInt("count"));
    assertEquals(2, client.call("Ledgers", "asset", "XBT,EUR").getInt("count"));
    assertEquals(0, client.call("Ledgers", "type", "withdrawal").getInt("count"));
    assertEquals(
        Assets.all().size() + 3,
        client.call("Ledgers", "asset", "all", "type", "all").getInt("count"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"margin", "rollover", "credit", "settled", "staking", "dividend", "nft_rebate"})
  void published_types_of_what_does_not_happen_here_find_nothing(String type) {
    JsonObject answer = client.call("Ledgers", "type", type);
    assertEquals(0, answer.getInt("count"));
    assertEquals(0, answer.getJsonObject("ledger").size());
  }

  @Test
  void refuses_assets_and_types_that_do_not_exist() {
    assertEquals("EQuery:Unknown asset", client.refusal("Ledgers", "asset", "NOPE"));
    assertEquals("EGeneral:Invalid arguments:type", client.refusal("Ledgers", "type", "gift"));
    assertEquals(
        "EGeneral:Invalid arguments:start", client.refusal("Ledgers", "start", "yesterday"));
  }

  @Test
  void a_key_sees_the_entries_of_its_query_range_only() {
    receive(3);
    Client limited = client.querying(Client.START.plusSeconds(2), Client.START.plusSeconds(3));
    assertEquals(2, limited.call("Ledgers").getInt("count"));
    assertEquals(List.of("3.0000", "2.0000"), amounts(limited.call("Ledgers", "start", "0")));
    List<String> all =
        List.copyOf(client.call("Ledgers", "type", "deposit").getJsonObject("ledger").keySet());
    assertEquals(1, limited.call("QueryLedgers", "id", all.get(0)).size());
    assertEquals("EQuery:Unknown ledger", limited.refusal("QueryLedgers", "id", all.get(2)));
    for (String bound : List.of("start", "end")) {
      assertEquals(
          limited.refusal("Ledgers", bound, "LAAAAA-BBBBB-CCCCCC"),
          limited.refusal("Ledgers", bound, all.get(2)),
          "as an entry that does not exist");
    }
    assertEquals(2, limited.call("Ledgers", "end", all.get(0)).getInt("count"));
  }

  @Test
  void entries_can_be_queried_by_their_ids() {
    receive(2);
    JsonObject ledger = client.call("Ledgers", "type", "deposit").getJsonObject("ledger");
    assertEquals(ledger, client.call("QueryLedgers", "id", String.join(",", ledger.keySet())));
    assertEquals("EGeneral:Invalid arguments:id", client.refusal("QueryLedgers"));
    assertEquals(
        "EQuery:Unknown ledger", client.refusal("QueryLedgers", "id", "LAAAAA-BBBBB-CCCCCC"));
  }

  @Test
  void nobody_sees_the_ledger_of_another_account() {
    receive(1);
    String id =
        client
            .call("Ledgers", "type", "deposit")
            .getJsonObject("ledger")
            .keySet()
            .iterator()
            .next();
    Client other = Client.of(client.functions()).later(Duration.ofSeconds(5));
    assertEquals(0, other.call("Ledgers", "type", "deposit").getInt("count"));
    assertEquals("EQuery:Unknown ledger", other.refusal("QueryLedgers", "id", id));
    assertEquals("EGeneral:Invalid arguments:start", other.refusal("Ledgers", "start", id));
  }
}
