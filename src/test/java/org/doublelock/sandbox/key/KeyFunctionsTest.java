package org.doublelock.sandbox.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.Permission;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.Exchange;
import org.junit.jupiter.api.Test;

class KeyFunctionsTest {

  private final Client client = Client.of(new Exchange());

  @Test
  void a_key_is_told_about_itself_with_the_published_fields_first() {
    JsonObject info =
        client
            .querying(Client.START, null)
            .permittedOnly(Permission.MODIFY_TRADES, Permission.QUERY_FUNDS)
            .call("GetApiKeyInfo");
    assertEquals(
        List.of(
            "api_key_name",
            "api_key",
            "nonce",
            "nonce_window",
            "permissions",
            "iban",
            "valid_until",
            "query_from",
            "query_to",
            "created_time",
            "modified_time",
            "ip_allowlist",
            "last_used",
            "second_factor",
            "second_factor_since"),
        List.copyOf(info.keySet()));
    assertEquals("a key", info.getString("api_key_name"));
    assertEquals("the public key", info.getString("api_key"));
    assertEquals("1616492376594", info.getString("nonce"));
    assertEquals("0", info.getString("nonce_window"));
    assertEquals("[\"query-funds\",\"modify-trades\"]", info.get("permissions").toString());
    assertEquals("0", info.getString("valid_until"));
    assertEquals(Long.toString(Client.START.getEpochSecond()), info.getString("query_from"));
    assertEquals("1767225600", info.getString("created_time"));
    assertEquals("1769904000", info.getString("modified_time"));
    assertEquals("none", info.getString("second_factor"));
    assertEquals("0", info.getString("second_factor_since"));
  }

  @Test
  void an_account_keeps_its_number() {
    AccountId account = new AccountId(UUID.fromString("00000000-0000-0000-0000-0000000000ff"));
    assertEquals("AA00 0000 0000 0073", PublicAccountNumber.of(account));
    String number = PublicAccountNumber.of(client.account());
    assertTrue(number.matches("AA[0-9A-Z]{2}( [0-9A-Z]{4}){3}"), number);
    assertEquals(number, client.call("GetApiKeyInfo").getString("iban"));
  }

  @Test
  void every_web_socket_token_is_another() {
    JsonObject first = client.call("GetWebSocketsToken");
    assertEquals(900, first.getInt("expires"));
    assertEquals(43, first.getString("token").length());
    assertNotEquals(first, client.call("GetWebSocketsToken"));
  }
}
