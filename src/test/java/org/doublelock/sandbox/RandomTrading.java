package org.doublelock.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.funding.Funding;
import org.doublelock.sandbox.market.Assets;
import org.doublelock.sandbox.trading.TickerFunction;

/**
 * Some accounts that do random things at the same time, on any database; and what must hold of the
 * books afterwards.
 */
final class RandomTrading {

  private static final int ACCOUNTS = 5;
  private static final List<String> PAIRS = List.of("XBTUSD", "ETHUSD", "ETHXBT");
  private static final Map<String, int[]> TICKS =
      Map.of(
          "XBTUSD", new int[] {375_000, 1},
          "ETHUSD", new int[] {249_000, 2},
          "ETHXBT", new int[] {6_640, 5});

  private final Exchange exchange;
  private final List<Client> clients;
  private final Funding funding;
  private final ConcurrentLinkedQueue<String> orders = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> withdrawals = new ConcurrentLinkedQueue<>();
  private final Map<String, BigDecimal> deposited = new TreeMap<>();
  private final AtomicInteger clock = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  RandomTrading(Exchange exchange) {
    this.exchange = exchange;
    Map<String, PrivateFunction> functions = Functions.on(exchange);
    this.clients = IntStream.range(0, ACCOUNTS).mapToObj(account -> Client.of(functions)).toList();
    this.funding = new Funding(exchange);
  }

  /** Does so many operations from so many threads, then looks through the books. */
  void run(int operations, int threads, long seed) throws InterruptedException {
    clients.forEach(client -> client.call("Balance"));
    Map<String, BigDecimal> before = Audit.inside(exchange);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Random random = new Random(seed + thread);
        work.add(() -> operate(operations / threads, random));
      }
      for (Future<Void> each : pool.invokeAll(work)) {
        finished(each);
      }
    } finally {
      pool.shutdown();
    }
    Audit.of(exchange);
    assertEquals(expected(before), Audit.inside(exchange));
    assertTrue(done.get() > operations / 2, "most operations were refused: " + done);
    assertTrue(trades() > operations / 20, "hardly anything was traded");
  }

  private static void finished(Future<Void> work) throws InterruptedException {
    try {
      work.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("an operation failed otherwise than by a refusal", failed);
    }
  }

  /** What there was, with what came in, without what went out. */
  private Map<String, BigDecimal> expected(Map<String, BigDecimal> before) {
    Map<String, BigDecimal> expected = new TreeMap<>(before);
    deposited.forEach((asset, amount) -> expected.merge(asset, amount, BigDecimal::add));
    for (Client client : clients) {
      for (JsonObject withdrawal : client.later(Duration.ofDays(1)).list("WithdrawStatus")) {
        if (withdrawal.getString("status").equals("Success")) {
          BigDecimal sent = new BigDecimal(withdrawal.getString("amount"));
          expected.merge(withdrawal.getString("asset"), sent.negate(), BigDecimal::add);
        }
      }
    }
    Audit.of(exchange);
    expected.replaceAll((asset, amount) -> amount.stripTrailingZeros());
    return expected;
  }

  private long trades() {
    return exchange.perform(
        database ->
            ((Number)
                    database
                        .createNativeQuery("select count(*) from exchange_trade")
                        .getSingleResult())
                .longValue());
  }

  private Void operate(int operations, Random random) {
    for (int i = 0; i < operations; i++) {
      Client client =
          clients.get(random.nextInt(ACCOUNTS)).later(Duration.ofSeconds(clock.incrementAndGet()));
      try {
        operation(client, random);
        done.incrementAndGet();
      } catch (FunctionFailure refused) {
        // Random arguments are refused now and then; the books must not show it.
      }
    }
    return null;
  }

  private void operation(Client client, Random random) {
    int choice = random.nextInt(100);
    if (choice < 60) {
      limitOrder(client, random);
    } else if (choice < 68) {
      marketOrder(client, random);
    } else if (choice < 78) {
      cancel(client, random);
    } else if (choice < 79) {
      client.call("CancelAll");
    } else if (choice < 85) {
      withdraw(client, random);
    } else if (choice < 88) {
      cancelWithdrawal(client);
    } else if (choice < 92) {
      deposit(client, random);
    } else if (choice < 95) {
      client.value("WithdrawStatus");
    } else {
      read(client);
    }
  }

  private void read(Client client) {
    client.call("OpenOrders", "trades", "true", "userref", "1");
    client.call("ClosedOrders", "trades", "true", "start", "0");
    client.call("TradesHistory");
    client.call("Ledgers", "asset", "XBT,ETH");
    client.call("TradeBalance", "asset", "EUR");
    client.call("BalanceEx");
    client.value("DepositStatus", "asset", "XBT");
    Functions.on(exchange, new TickerFunction()).call(new Arguments(Map.of()), client.now());
  }

  private void limitOrder(Client client, Random random) {
    String pair = PAIRS.get(random.nextInt(PAIRS.size()));
    int[] ticks = TICKS.get(pair);
    BigDecimal price = BigDecimal.valueOf(ticks[0] + random.nextInt(-20, 20), ticks[1]);
    List<String> rules = List.of("cancel-newest", "cancel-oldest", "cancel-both");
    String id =
        client.order(
            random.nextBoolean() ? "buy" : "sell",
            volume(random),
            pair,
            price.toPlainString(),
            "timeinforce",
            random.nextInt(8) == 0 ? "IOC" : "GTC",
            "oflags",
            random.nextInt(8) == 0 ? "post" : "fciq",
            "stptype",
            rules.get(random.nextInt(rules.size())));
    orders.add(id);
  }

  private static String volume(Random random) {
    long units =
        random.nextInt(12) == 0
            ? random.nextLong(100_000_000L, 1_200_000_000L)
            : random.nextLong(300_000L, 80_000_000L);
    return BigDecimal.valueOf(units, 8).toPlainString();
  }

  private static void marketOrder(Client client, Random random) {
    client.call(
        "AddOrder",
        "pair",
        PAIRS.get(random.nextInt(PAIRS.size())),
        "type",
        random.nextBoolean() ? "buy" : "sell",
        "ordertype",
        "market",
        "volume",
        volume(random));
  }

  /** Often an order of another account, which must not be cancelled by this one. */
  private void cancel(Client client, Random random) {
    String id = orders.poll();
    if (id != null) {
      if (random.nextBoolean()) {
        orders.add(id);
      }
      client.call("CancelOrder", "txid", id);
    }
  }

  private void withdraw(Client client, Random random) {
    boolean dollars = random.nextBoolean();
    withdrawals.add(
        client
            .call(
                "Withdraw",
                "asset",
                dollars ? "USD" : "XBT",
                "key",
                dollars ? "usd-wallet-1" : "xbt-wallet-2",
                "amount",
                BigDecimal.valueOf(random.nextLong(10_000_000_000L), dollars ? 4 : 10)
                    .toPlainString())
            .getString("refid"));
  }

  private void cancelWithdrawal(Client client) {
    String reference = withdrawals.poll();
    if (reference != null) {
      client.value("WithdrawCancel", "asset", "XBT", "refid", reference);
    }
  }

  private void deposit(Client client, Random random) {
    BigDecimal amount = BigDecimal.valueOf(random.nextLong(1, 50_000_000L), 8);
    funding.receiveDeposit(client.account(), Assets.XBT, amount, client.now());
    synchronized (deposited) {
      deposited.merge(Assets.XBT.id(), amount, BigDecimal::add);
    }
  }
}
