package org.doublelock.sandbox.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;
import org.junit.jupiter.api.Test;

class DepositTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);
  private final Funding funding = new Funding(exchange);

  private String receive(Asset asset, String amount, int second) {
    return funding.receiveDeposit(
        client.account(), asset, new BigDecimal(amount), Client.START.plusSeconds(second));
  }

  @Test
  void every_asset_can_be_deposited() {
    for (Asset asset : Assets.all()) {
      JsonObject method = client.list("DepositMethods", "asset", asset.altname()).get(0);
      assertEquals(Set.of("method", "limit", "fee", "gen-address", "minimum"), method.keySet());
      assertEquals(JsonValue.FALSE, method.get("limit"));
    }
    assertEquals("EFunding:Unknown asset", client.refusal("DepositMethods", "asset", "NOPE"));
    assertEquals("EGeneral:Invalid arguments:asset", client.refusal("DepositMethods"));
  }

  @Test
  void a_new_address_is_made_when_asked_for_and_credits_nothing() {
    assertTrue(client.list("DepositAddresses", "asset", "XBT", "method", "Bitcoin").isEmpty());
    List<JsonObject> made =
        client.list("DepositAddresses", "asset", "XBT", "method", "Bitcoin", "new", "true");
    assertEquals(1, made.size());
    assertEquals("0", made.get(0).getString("expiretm"));
    assertTrue(made.get(0).getBoolean("new"));
    assertEquals(made, client.list("DepositAddresses", "asset", "XBT"));
    assertEquals("10.0000000000", client.owns("XXBT"));
  }

  @Test
  void no_more_than_five_addresses_wait_for_a_deposit() {
    for (int i = 0; i < 5; i++) {
      client.value("DepositAddresses", "asset", "XBT", "new", "true");
    }
    assertEquals(
        "EFunding:Too many addresses",
        client.refusal("DepositAddresses", "asset", "XBT", "new", "true"));
    receive(Assets.XBT, "1", 0);
    assertEquals(6, client.list("DepositAddresses", "asset", "XBT", "new", "true").size());
  }

  @Test
  void refuses_a_method_that_is_not_the_assets() {
    assertEquals(
        "EFunding:No funding method",
        client.refusal("DepositAddresses", "asset", "XBT", "method", "Litecoin"));
    assertEquals("EFunding:Unknown asset", client.refusal("DepositAddresses", "asset", "NOPE"));
  }

  @Test
  void a_deposit_arrives_in_balance_status_and_ledger() {
    String address =
        client.list("DepositAddresses", "asset", "XBT", "new", "true").get(0).getString("address");
    String reference = receive(Assets.XBT, "0.5", 1);
    assertEquals("10.5000000000", client.owns("XXBT"));
    JsonObject deposit = client.list("DepositStatus").get(0);
    assertEquals(reference, deposit.getString("refid"));
    assertEquals(address, deposit.getString("info"));
    assertEquals("0.5000000000", deposit.getString("amount"));
    assertEquals("Success", deposit.getString("status"));
    assertEquals("XXBT", deposit.getString("asset"));
    assertEquals("Bitcoin", deposit.getString("method"));
    JsonObject entry =
        client
            .call("Ledgers", "type", "deposit")
            .getJsonObject("ledger")
            .values()
            .iterator()
            .next()
            .asJsonObject();
    assertEquals(reference, entry.getString("refid"));
    assertFalse(client.list("DepositAddresses", "asset", "XBT").get(0).containsKey("new"));
  }

  @Test
  void deposits_are_listed_by_asset_method_and_time() {
    receive(Assets.XBT, "1", 1);
    receive(Assets.USD, "2", 2);
    receive(Assets.XBT, "3", 3);
    assertEquals(3, client.list("DepositStatus").size());
    assertEquals(2, client.list("DepositStatus", "asset", "XBT").size());
    assertEquals(1, client.list("DepositStatus", "method", "SWIFT").size());
    String start = Long.toString(Client.START.getEpochSecond() + 1);
    assertEquals(2, client.list("DepositStatus", "start", start).size());
    assertEquals(1, client.list("DepositStatus", "limit", "1").size());
    assertEquals(
        1, client.querying(Client.START.plusSeconds(3), null).list("DepositStatus").size());
    assertEquals("EGeneral:Invalid arguments:limit", client.refusal("DepositStatus", "limit", "0"));
    assertEquals("EFunding:Unknown asset", client.refusal("DepositStatus", "asset", "NOPE"));
  }

  @Test
  void a_cursor_leads_from_page_to_page() {
    for (int i = 1; i <= 3; i++) {
      receive(Assets.USD, Integer.toString(i), i);
    }
    JsonObject first = client.call("DepositStatus", "cursor", "true", "limit", "2");
    assertEquals(2, first.getJsonArray("deposits").size());
    receive(Assets.USD, "9", 9);
    JsonObject second =
        client.call("DepositStatus", "cursor", first.getString("next_cursor"), "limit", "2");
    assertEquals("1.0000", second.getJsonArray("deposits").getJsonObject(0).getString("amount"));
    assertTrue(second.isNull("next_cursor"));
    assertEquals(
        "EGeneral:Invalid arguments:cursor", client.refusal("DepositStatus", "cursor", "x"));
  }

  @Test
  void only_amounts_that_the_asset_has_can_be_deposited() {
    assertThrows(IllegalArgumentException.class, () -> receive(Assets.USD, "0", 0));
    assertThrows(IllegalArgumentException.class, () -> receive(Assets.USD, "-1", 0));
    assertThrows(IllegalArgumentException.class, () -> receive(Assets.USD, "0.00001", 0));
  }
}
