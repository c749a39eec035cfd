package org.doublelock.sandbox.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawTest {

  private final Client client = Client.of(ExchangeOn.memory());

  private static String withdraw(Client at) {
    return at.call("Withdraw", "asset", "XBT", "key", "xbt-wallet-1", "amount", "1.5")
        .getString("refid");
  }

  private static JsonObject status(Client at, String reference) {
    return at.list("WithdrawStatus").stream()
        .filter(withdrawal -> withdrawal.getString("refid").equals(reference))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_account_has_a_few_saved_addresses_of_each_asset() {
    for (Asset asset : Assets.all()) {
      List<JsonObject> saved = client.list("WithdrawAddresses", "asset", asset.id());
      assertEquals(2, saved.size(), asset::id);
      assertEquals(Set.of("address", "asset", "method", "key", "verified"), saved.get(0).keySet());
    }
    JsonObject one = client.list("WithdrawAddresses", "key", "xbt-wallet-2").get(0);
    assertEquals("XBT", one.getString("asset"));
    assertEquals("Bitcoin", one.getString("method"));
    assertEquals(client.list("WithdrawAddresses"), client.list("WithdrawAddresses"));
    assertEquals("EFunding:Unknown asset", client.refusal("WithdrawAddresses", "asset", "NOPE"));
  }

  @Test
  void addresses_are_filtered_by_whether_they_are_verified() {
    assertEquals(
        client.list("WithdrawAddresses"), client.list("WithdrawAddresses", "verified", "true"));
    assertEquals(List.of(), client.list("WithdrawAddresses", "verified", "false"));
  }

  @Test
  void the_saved_addresses_of_another_account_are_others() {
    Client other = Client.of(client.functions());
    assertFalse(
        client
            .list("WithdrawAddresses", "key", "xbt-wallet-1")
            .equals(other.list("WithdrawAddresses", "key", "xbt-wallet-1")));
  }

  @Test
  void lists_the_methods_of_all_assets_or_of_one() {
    assertEquals(Assets.all().size(), client.list("WithdrawMethods").size());
    JsonObject bitcoin = client.list("WithdrawMethods", "asset", "XBT").get(0);
    assertEquals("XXBT", bitcoin.getString("asset"));
    assertEquals("Bitcoin", bitcoin.getString("network"));
    assertEquals("0.0004", bitcoin.getString("minimum"));
    assertEquals(2, client.list("WithdrawMethods", "network", "Ethereum").size());
    assertEquals("EFunding:Unknown asset", client.refusal("WithdrawMethods", "asset", "NOPE"));
  }

  @Test
  void tells_what_a_withdrawal_would_send_and_cost() {
    JsonObject info =
        client.call("WithdrawInfo", "asset", "XBT", "key", "xbt-wallet-1", "amount", "1.5");
    assertEquals("Bitcoin", info.getString("method"));
    assertEquals("9.9998000000", info.getString("limit"));
    assertEquals("1.4998000000", info.getString("amount"));
    assertEquals("0.0002000000", info.getString("fee"));
    assertEquals("10.0000000000", client.owns("XXBT"));
  }

  @ParameterizedTest
  @CsvSource({
    "NOPE, xbt-wallet-1, 1, EFunding:Unknown asset",
    "XBT, eth-wallet-1, 1, EFunding:Unknown withdraw key",
    "XBT, none, 1, EFunding:Unknown withdraw key",
    "XBT, xbt-wallet-1, 0, EFunding:Invalid amount",
    "XBT, xbt-wallet-1, -1, EFunding:Invalid amount",
    "XBT, xbt-wallet-1, 1e99, EFunding:Invalid amount",
    "XBT, xbt-wallet-1, 0.00059999, EFunding:Invalid amount",
    "XBT, xbt-wallet-1, 1.00000000001, EFunding:Invalid amount",
    "'', xbt-wallet-1, 1, EGeneral:Invalid arguments:asset",
    "XBT, '', 1, EGeneral:Invalid arguments:key",
    "XBT, xbt-wallet-1, '', EGeneral:Invalid arguments:amount"
  })
  void refuses_wrong_arguments(String asset, String key, String amount, String expected) {
    for (String function : List.of("Withdraw", "WithdrawInfo")) {
      assertEquals(
          expected,
          client.refusal(function, "asset", asset, "key", key, "amount", amount),
          function);
    }
    assertEquals("10.0000000000", client.owns("XXBT"));
  }

  @Test
  void refuses_what_the_account_does_not_have() {
    client.order("sell", "9", "XBTUSD", "40000");
    assertEquals(
        "EFunding:Insufficient funds",
        client.refusal("Withdraw", "asset", "XBT", "key", "xbt-wallet-1", "amount", "1.1"));
  }

  @Test
  void refuses_another_address_than_the_saved_one_and_too_high_a_fee() {
    String saved =
        client.list("WithdrawAddresses", "key", "xbt-wallet-1").get(0).getString("address");
    String[] right = {"asset", "XBT", "key", "xbt-wallet-1", "amount", "1"};
    assertEquals(
        "EFunding:Invalid withdrawal address",
        client.refusal("Withdraw", with(right, "address", saved + "x")));
    assertEquals(
        "EFunding:Max fee exceeded", client.refusal("Withdraw", with(right, "max_fee", "0.0001")));
    assertTrue(
        client
            .call("Withdraw", with(with(right, "address", saved), "max_fee", "0.0002"))
            .containsKey("refid"));
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void a_withdrawal_leaves_the_balance_at_once() {
    String reference = withdraw(client);
    assertEquals("8.5000000000", client.owns("XXBT"));
    JsonObject withdrawal = status(client, reference);
    assertEquals("Initial", withdrawal.getString("status"));
    assertEquals("1.4998000000", withdrawal.getString("amount"));
    assertEquals("0.0002000000", withdrawal.getString("fee"));
    assertEquals("xbt-wallet-1", withdrawal.getString("key"));
    assertFalse(withdrawal.containsKey("status-prop"));
    JsonObject entry =
        client
            .call("Ledgers", "type", "withdrawal")
            .getJsonObject("ledger")
            .values()
            .iterator()
            .next()
            .asJsonObject();
    assertEquals(reference, entry.getString("refid"));
    assertEquals("-1.4998000000", entry.getString("amount"));
    assertEquals("0.0002000000", entry.getString("fee"));
    assertEquals("8.5000000000", entry.getString("balance"));
  }

  @Test
  void a_withdrawal_goes_on_by_itself() {
    String reference = withdraw(client);
    Client aMinute = client.later(Duration.ofMinutes(1));
    assertEquals("Pending", status(aMinute, reference).getString("status"));
    Client later = client.later(Duration.ofMinutes(5));
    assertEquals("Success", status(later, reference).getString("status"));
    assertEquals("Success", status(later, reference).getString("status"));
    assertEquals("8.5000000000", later.owns("XXBT"));
  }

  @Test
  void a_withdrawal_can_be_taken_back_until_it_is_sent() {
    String early = withdraw(client);
    String late = withdraw(client);
    assertEquals(JsonValue.TRUE, client.value("WithdrawCancel", "asset", "XBT", "refid", early));
    assertEquals("8.5000000000", client.owns("XXBT"));
    assertEquals("Failure", status(client, early).getString("status"));
    assertEquals("canceled", status(client, early).getString("status-prop"));
    assertEquals(JsonValue.FALSE, client.value("WithdrawCancel", "asset", "XBT", "refid", early));
    assertEquals(
        JsonValue.FALSE,
        client.later(Duration.ofMinutes(1)).value("WithdrawCancel", "asset", "XBT", "refid", late));
    assertEquals("8.5000000000", client.owns("XXBT"));
  }

  @Test
  void a_withdrawal_of_another_account_or_asset_is_unknown() {
    String reference = withdraw(client);
    Client other = Client.of(client.functions());
    assertEquals(
        "EFunding:Unknown reference id",
        other.refusal("WithdrawCancel", "asset", "XBT", "refid", reference));
    assertEquals(
        "EFunding:Unknown reference id",
        client.refusal("WithdrawCancel", "asset", "ETH", "refid", reference));
    assertEquals(
        "EFunding:Unknown reference id",
        client.refusal("WithdrawCancel", "asset", "XBT", "refid", "none"));
    assertEquals(
        "EGeneral:Invalid arguments:refid", client.refusal("WithdrawCancel", "asset", "XBT"));
    assertTrue(other.list("WithdrawStatus").isEmpty());
  }

  @Test
  void withdrawals_are_listed_by_asset_time_and_query_range() {
    withdraw(client);
    withdraw(client.later(Duration.ofSeconds(10)));
    assertEquals(2, client.list("WithdrawStatus", "asset", "XBT").size());
    assertTrue(client.list("WithdrawStatus", "asset", "ETH").isEmpty());
    String start = Long.toString(Client.START.getEpochSecond());
    assertEquals(1, client.list("WithdrawStatus", "start", start).size());
    assertEquals(1, client.querying(null, Client.START).list("WithdrawStatus").size());
    assertEquals(
        2, client.call("WithdrawStatus", "cursor", "true").getJsonArray("withdrawals").size());
    assertEquals("EFunding:Unknown asset", client.refusal("WithdrawStatus", "asset", "NOPE"));
  }
}
