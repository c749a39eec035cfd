package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

class CancelTest {

  private final Map<String, PrivateFunction> functions = Functions.on(ExchangeOn.memory());
  private final Client client = Client.of(functions);
  private final Client other = Client.of(functions);

  @Test
  void a_cancelled_order_frees_what_it_reserved() {
    String id = client.order("buy", "1", "XBTUSD", "30000");
    assertEquals("30078.0000", client.held("ZUSD"));
    assertEquals(1, client.call("CancelOrder", "txid", id).getInt("count"));
    assertEquals("0.0000", client.held("ZUSD"));
    assertEquals("canceled", client.queried(id).getString("status"));
    assertEquals("User requested", client.queried(id).getString("reason"));
    assertTrue(client.call("OpenOrders").getJsonObject("open").isEmpty());
  }

  @Test
  void what_was_filled_of_a_cancelled_order_stays_filled() {
    other.order("sell", "0.25", "XBTUSD", "30000");
    String id = client.order("buy", "1", "XBTUSD", "30000");
    client.call("CancelOrder", "txid", id);
    assertEquals("0.25000000", client.queried(id).getString("vol_exec"));
    assertEquals("10.2500000000", client.owns("XXBT"));
    assertEquals("0.0000", client.held("ZUSD"));
  }

  @Test
  void an_order_is_cancelled_once() {
    String id = client.order("buy", "1", "XBTUSD", "30000");
    client.call("CancelOrder", "txid", id);
    assertEquals("EOrder:Unknown order", client.refusal("CancelOrder", "txid", id));
  }

  @Test
  void an_order_of_another_account_is_as_unknown_as_none() {
    String id = other.order("buy", "1", "XBTUSD", "30000");
    assertEquals("EOrder:Unknown order", client.refusal("CancelOrder", "txid", id));
    assertEquals(
        "EOrder:Unknown order", client.refusal("CancelOrder", "txid", "OAAAAA-BBBBB-CCCCCC"));
    assertEquals("open", other.queried(id).getString("status"));
  }

  @Test
  void a_reference_of_the_client_cancels_all_orders_that_have_it() {
    client.order("buy", "1", "XBTUSD", "30000", "userref", "7");
    client.order("sell", "1", "ETHUSD", "3000", "userref", "7");
    String kept = client.order("buy", "1", "XBTUSD", "30000", "userref", "8");
    assertEquals(2, client.call("CancelOrder", "txid", "7").getInt("count"));
    assertEquals("open", client.queried(kept).getString("status"));
    assertEquals(1, client.call("CancelOrder", "userref", "8").getInt("count"));
  }

  @Test
  void an_id_of_the_client_cancels_its_order() {
    client.order("buy", "1", "XBTUSD", "30000", "cl_ord_id", "mine");
    assertEquals(1, client.call("CancelOrder", "cl_ord_id", "mine").getInt("count"));
  }

  @Test
  void refuses_to_cancel_nothing_in_particular() {
    assertEquals("EGeneral:Invalid arguments:txid", client.refusal("CancelOrder"));
    assertEquals(
        "EGeneral:Invalid arguments:txid", client.refusal("CancelOrder", "txid", "9999999999"));
  }

  @Test
  void cancels_all_orders_of_the_account_and_no_others() {
    client.order("buy", "1", "XBTUSD", "30000");
    client.order("sell", "1", "ETHXBT", "0.5");
    String kept = other.order("buy", "1", "XBTUSD", "30000");
    assertEquals(2, client.call("CancelAll").getInt("count"));
    assertEquals(0, client.call("CancelAll").getInt("count"));
    assertEquals("open", other.queried(kept).getString("status"));
  }
}
