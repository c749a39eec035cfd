package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.currency.Currency;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.dto.trade.MarketOrder;
import org.knowm.xchange.kraken.KrakenExchange;
import org.knowm.xchange.kraken.service.KrakenAccountService;
import org.knowm.xchange.kraken.service.KrakenTradeService;

/** Clients that people already have, as they are published, pointed at this application. */
@AcceptanceTest
@OnAnyDatabase
class ThirdPartyClientsIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ccxt.mjs",
        "kraken-api.cjs",
        "node-kraken-api.cjs",
        "kraken-api-es5.cjs",
        "node-kraken-rest-api.cjs",
        "kraken-exchange-api.cjs",
        "kraken-exchange.cjs",
        "curl.sh",
        "wget.sh"
      })
  void trade_with_a_key_without_second_factor(String program, Owner owner) throws Exception {
    TestKey key = owner.createKey();
    assertTraded(run(program, owner, key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ccxt.mjs",
        "kraken-api.cjs",
        "node-kraken-api.cjs",
        "kraken-api-es5.cjs",
        "node-kraken-rest-api.cjs",
        "kraken-exchange-api.cjs",
        "curl.sh",
        "wget.sh"
      })
  void trade_with_the_code_of_an_app_and_not_without(String program, Owner owner) throws Exception {
    TestKey key = owner.createKey();
    Authenticator app = owner.switchOnWithApp(key);
    assertInvalidSignature(run(program, owner, key));
    assertInvalidSignature(run(program, owner, key, app.wrongCode()));
    assertTraded(run(program, owner, key, app.code()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ccxt.mjs", "kraken-api.cjs", "node-kraken-api.cjs"})
  void trade_with_the_keys_password_and_not_without(String program, Owner owner) throws Exception {
    TestKey key = owner.createKey();
    owner.switchOnWithPassword(key, KEY_PASSWORD);
    assertInvalidSignature(run(program, owner, key));
    assertTraded(run(program, owner, key, KEY_PASSWORD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ccxt.mjs",
        "kraken-api.cjs",
        "node-kraken-api.cjs",
        "kraken-exchange.cjs",
        "wget.sh"
      })
  void trade_without_a_code_while_the_key_is_unlocked_and_not_a_moment_longer(
      String program, Owner owner) throws Exception {
    TestKey key = owner.createKey();
    unlock(owner, key);
    assertTraded(run(program, owner, key));
    UnlockForm.lockNow(owner, key);
    assertInvalidSignature(run(program, owner, key));
  }

  /** XChange knows nothing of codes at all. */
  @Test
  void xchange_trades_while_the_key_is_unlocked_and_not_a_moment_longer(Owner owner)
      throws Exception {
    TestKey key = owner.createKey();
    unlock(owner, key);
    Exchange exchange = xchange(owner.app(), key);
    String order =
        exchange
            .getTradeService()
            .placeLimitOrder(
                new LimitOrder.Builder(Order.OrderType.BID, CurrencyPair.BTC_USD)
                    .originalAmount(new BigDecimal("0.001"))
                    .limitPrice(new BigDecimal("20000"))
                    .build());
    assertTrue(exchange.getTradeService().cancelOrder(order));
    UnlockForm.lockNow(owner, key);
    Exception refused =
        assertThrows(Exception.class, () -> exchange.getAccountService().getAccountInfo());
    assertTrue(refused.getMessage().contains("Invalid signature"), refused.getMessage());
  }

  /**
   * All unified calls of ccxt's class for this exchange that need a key. One fails, as it has to:
   * without margin there is no position that an order could reduce.
   */
  @Test
  void all_unified_calls_of_ccxt_work_but_what_needs_margin(Owner owner) throws Exception {
    JsonObject outcome = run("ccxt-unified.mjs", owner, owner.createKey());
    assertEquals(
        Set.of("createOrder reduce-only"),
        outcome.getJsonObject("failed").keySet(),
        outcome::toString);
    assertEquals(46, outcome.getJsonArray("passed").size(), outcome::toString);
  }

  /** As a person does it, for all actions. */
  private static void unlock(Owner owner, TestKey key) {
    Authenticator app = owner.switchOnWithApp(key);
    UnlockForm form = UnlockForm.open(owner, key).anywhere();
    owner.page().locator("input[name=action]").all().forEach(box -> box.check());
    form.unlock(app.codeAt(Instant.now().plusSeconds(30)));
    owner.expectHeading("2FA Settings");
  }

  /** XChange has no field for a code, so it needs a key without second factor. */
  @Test
  void xchange_trades_with_a_key_without_second_factor_only(Owner owner) throws Exception {
    TestKey key = owner.createKey();
    Exchange exchange = xchange(owner.app(), key);
    BigDecimal dollars =
        exchange.getAccountService().getAccountInfo().getWallets().values().stream()
            .map(wallet -> wallet.getBalance(Currency.USD).getTotal())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    assertTrue(dollars.signum() > 0);
    String order =
        exchange
            .getTradeService()
            .placeLimitOrder(
                new LimitOrder.Builder(Order.OrderType.BID, CurrencyPair.BTC_USD)
                    .originalAmount(new BigDecimal("0.001"))
                    .limitPrice(new BigDecimal("20000"))
                    .build());
    assertTrue(
        exchange.getTradeService().getOpenOrders().getOpenOrders().stream()
            .anyMatch(open -> open.getId().equals(order)));
    assertTrue(exchange.getTradeService().cancelOrder(order));

    owner.switchOnWithApp(key);
    Exception refused =
        assertThrows(Exception.class, () -> exchange.getAccountService().getAccountInfo());
    assertTrue(refused.getMessage().contains("Invalid signature"), refused.getMessage());
  }

  @Test
  void xchange_reads_the_history_and_moves_funds(Owner owner) throws Exception {
    Exchange exchange = xchange(owner.app(), owner.createKey());
    KrakenTradeService trade = (KrakenTradeService) exchange.getTradeService();
    KrakenAccountService account = (KrakenAccountService) exchange.getAccountService();

    String order =
        trade.placeMarketOrder(
            new MarketOrder.Builder(Order.OrderType.BID, CurrencyPair.LTC_USD)
                .originalAmount(new BigDecimal("0.5"))
                .build());
    Order closed = trade.getOrder(order).iterator().next();
    assertEquals(Order.OrderStatus.FILLED, closed.getStatus(), "the house sells");
    assertEquals(new BigDecimal("0.5"), closed.getOriginalAmount().stripTrailingZeros());
    assertTrue(trade.getKrakenClosedOrders().containsKey(order));
    assertTrue(
        trade.getTradeHistory(trade.createTradeHistoryParams()).getUserTrades().stream()
            .anyMatch(fill -> fill.getOrderId().equals(order)));

    String withdrawal =
        account.withdraw(null, "XBT", "xbt-wallet-1", new BigDecimal("0.001")).getRefid();
    assertTrue(
        account.getFundingHistory(account.createFundingHistoryParams()).stream()
            .filter(record -> record.getInternalId().equals(withdrawal))
            .anyMatch(record -> record.getCurrency().equals(Currency.BTC)));
    String entry = account.getKrakenLedgerInfo().keySet().iterator().next();
    assertTrue(account.queryKrakenLedger(entry).containsKey(entry));
    // it asks for those that there are
    new ApiClient(owner.app().base())
        .call(owner.createKey(), "DepositAddresses")
        .with("asset", "XBT")
        .with("method", "Bitcoin")
        .with("new", "true")
        .send();
    assertTrue(account.requestDepositAddress(Currency.BTC).length() > 10);
    assertTrue(account.getKrakenTradeBalance().getEquity().signum() > 0);
  }

  private static Exchange xchange(RunningApp app, TestKey key) {
    ExchangeSpecification specification = new KrakenExchange().getDefaultExchangeSpecification();
    specification.setSslUri(app.base().toString().replaceAll("/$", ""));
    specification.setHost(app.base().getHost());
    specification.setPort(app.base().getPort());
    specification.setApiKey(key.publicKey());
    specification.setSecretKey(key.secret());
    return ExchangeFactory.INSTANCE.createExchange(specification);
  }

  private static JsonObject run(String program, Owner owner, TestKey key, String... otp)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.endsWith(".sh") ? "sh" : "node",
                program,
                owner.app().base().toString().replaceAll("/$", ""),
                key.publicKey(),
                key.secret()));
    command.addAll(List.of(otp));
    return Json.createReader(new StringReader(Program.run("target/clients", command).lastLine()))
        .readObject();
  }

  private static void assertTraded(JsonObject outcome) {
    assertEquals("", outcome.getString("error", ""));
    assertTrue(outcome.getJsonNumber("usd").doubleValue() > 0, outcome.toString());
    assertTrue(outcome.containsKey("ordered"), outcome.toString());
    outcome.forEach(
        (what, done) ->
            assertTrue(what.equals("usd") || done == JsonValue.TRUE, outcome::toString));
  }

  private static void assertInvalidSignature(JsonObject outcome) {
    String error = outcome.getString("error", "none");
    assertTrue(error.contains("API:Invalid signature"), error);
  }
}
