package org.doublelock.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.doublelock.function.FactorNeed;
import org.junit.jupiter.api.Test;

/** What is only there so that programs find it: an empty offer, and a wallet outside. */
class OffersAndTransfersTest {

  private final Client client = Client.of(ExchangeOn.memory());

  @Test
  void nothing_is_on_offer() {
    assertEquals("{\"next_cursor\":null,\"items\":[]}", client.call("Earn/Strategies").toString());
    assertEquals(
        "{\"converted_asset\":\"EUR\",\"total_allocated\":\"0.0000\",\"total_rewarded\":\"0.0000\","
            + "\"next_cursor\":null,\"items\":[]}",
        client.call("Earn/Allocations", "converted_asset", "EUR").toString());
    for (String function : new String[] {"Allocate", "Deallocate", "AllocateStatus"}) {
      assertEquals(
          "EGeneral:Invalid arguments:Invalid strategy ID",
          client.refusal("Earn/" + function, "strategy_id", "ESRFUO3-Q62XD-WIOIL7", "amount", "1"));
      assertEquals("EGeneral:Invalid arguments:strategy_id", client.refusal("Earn/" + function));
    }
  }

  @Test
  void a_transfer_to_the_futures_wallet_leaves_the_account() {
    String[] transfer = {
      "asset", "XBT", "from", "Spot Wallet", "to", "Futures Wallet", "amount", "2.5"
    };
    String reference = client.call("WalletTransfer", transfer).getString("refid");
    assertEquals("7.5000000000", client.owns("XXBT"));
    assertEquals(
        reference,
        client
            .call("Ledgers", "type", "transfer", "asset", "XBT")
            .getJsonObject("ledger")
            .values()
            .iterator()
            .next()
            .asJsonObject()
            .getString("refid"));
    transfer[7] = "8";
    assertEquals("EFunding:Insufficient funds", client.refusal("WalletTransfer", transfer));
    transfer[5] = "Spot Wallet";
    assertEquals("EGeneral:Invalid arguments:to", client.refusal("WalletTransfer", transfer));
    assertEquals(FactorNeed.ALWAYS, client.functions().get("WalletTransfer").factorNeed());
  }
}
