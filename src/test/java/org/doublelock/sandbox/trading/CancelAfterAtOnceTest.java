package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.sandbox.CallAtOnce;
import org.doublelock.sandbox.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two calls of {@code CancelAllOrdersAfter} at once, and one while it fires. */
class CancelAfterAtOnceTest {

  private final CallAtOnce atOnce = new CallAtOnce();
  private final Client client = Client.of(atOnce.exchange());
  private final UUID account = client.account().value();

  @AfterEach
  void close() {
    atOnce.close();
  }

  private String putOff() {
    return client.call("CancelAllOrdersAfter", "timeout", "60").getString("triggerTime");
  }

  private List<UUID> due(Instant now) {
    return atOnce.exchange().perform(database -> CancelAfter.due(database, Optional.empty(), now));
  }

  @Test
  void two_that_set_it_for_the_first_time_both_do_and_the_later_one_holds() throws Exception {
    String fires =
        atOnce.during(
            database -> CancelAfter.set(database, client.account(), Client.START.plusSeconds(5)),
            this::putOff);
    assertEquals("2026-11-23T12:01:00Z", fires);
    assertEquals(List.of(), due(Client.START.plusSeconds(59)));
    assertEquals(List.of(account), due(Client.START.plusSeconds(60)));
  }

  @Test
  void one_that_comes_while_it_fires_sets_it_anew() throws Exception {
    String order = client.order("buy", "1", "XBTUSD", "30000");
    client.call("CancelAllOrdersAfter", "timeout", "5");
    Instant fired = Client.START.plusSeconds(5);
    atOnce.during(database -> CancelAfter.fire(database, account, fired), this::putOff);
    assertEquals("canceled", client.queried(order).getString("status"));
    assertEquals(List.of(account), due(Client.START.plusSeconds(60)));
  }

  @Test
  void it_does_not_fire_when_it_is_put_off_at_that_moment() throws Exception {
    String order = client.order("buy", "1", "XBTUSD", "30000");
    client.call("CancelAllOrdersAfter", "timeout", "5");
    Instant late = Client.START.plusSeconds(5);
    int cancelled =
        atOnce.during(
            database -> CancelAfter.set(database, client.account(), Client.START.plusSeconds(60)),
            () -> atOnce.exchange().perform(database -> CancelAfter.fire(database, account, late)));
    assertEquals(0, cancelled);
    assertTrue(client.call("OpenOrders").getJsonObject("open").containsKey(order));
  }
}
