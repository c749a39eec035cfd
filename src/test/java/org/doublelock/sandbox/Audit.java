package org.doublelock.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/** Goes through the books in plain SQL and fails on the first thing that does not add up. */
final class Audit {

  private final EntityManager database;

  private Audit(EntityManager database) {
    this.database = database;
  }

  static void of(Exchange exchange) {
    exchange.perform(
        database -> {
          new Audit(database).everything();
          return null;
        });
  }

  /** What there is of each asset inside the exchange: with accounts, on its way out, as fees. */
  static Map<String, BigDecimal> inside(Exchange exchange) {
    return exchange.perform(
        database ->
            new Audit(database)
                .sums(
                    "select asset, sum(amount) from exchange_posting"
                        + " where bucket <> 'WORLD' group by asset"));
  }

  private void everything() {
    every_movement_sums_to_zero();
    no_balance_is_negative();
    balances_are_what_their_postings_add_up_to();
    what_is_held_is_what_open_orders_reserve();
    what_is_leaving_is_what_withdrawals_say();
    fees_are_what_trades_and_withdrawals_paid();
    orders_are_filled_as_their_trades_say();
    every_trade_has_two_sides_that_agree();
    no_trade_is_worse_than_its_order_allows();
    the_ledger_that_people_see_ends_where_the_balances_are();
    no_book_is_crossed();
  }

  private void every_movement_sums_to_zero() {
    nothing(
        "select movement_id, asset, sum(amount) from exchange_posting"
            + " group by movement_id, asset having sum(amount) <> 0");
  }

  private void no_balance_is_negative() {
    nothing("select account_id, asset from exchange_balance where available < 0 or held < 0");
    nothing(
        "select bucket, account_id, asset, sum(amount) from exchange_posting"
            + " where bucket <> 'WORLD' group by bucket, account_id, asset having sum(amount) < 0");
  }

  private void balances_are_what_their_postings_add_up_to() {
    for (String bucket : List.of("available", "held")) {
      agree(
          sums(
              "select cast(account_id as varchar(36)) || asset, "
                  + bucket
                  + " from exchange_balance where "
                  + bucket
                  + " <> 0"),
          sums(
              "select cast(account_id as varchar(36)) || asset, sum(amount) from exchange_posting"
                  + " where bucket = '"
                  + bucket.toUpperCase(Locale.ROOT)
                  + "' group by account_id, asset having sum(amount) <> 0"));
    }
  }

  private void what_is_held_is_what_open_orders_reserve() {
    nothing("select id from exchange_order where status <> 'OPEN' and reserved <> 0");
    nothing("select id from exchange_order where status = 'OPEN' and reserved = 0");
    Map<String, BigDecimal> reserved = new TreeMap<>();
    for (Tuple row :
        rows(
            "select cast(account_id as varchar(36)), pair, side, sum(reserved) from exchange_order"
                + " where status = 'OPEN' group by account_id, pair, side")) {
      AssetPair pair = AssetPairs.byId((String) row.get(1));
      Asset asset = row.get(2).equals("BUY") ? pair.quote() : pair.base();
      reserved.merge(row.get(0) + asset.id(), plain(row.get(3)), BigDecimal::add);
    }
    reserved.replaceAll((key, amount) -> amount.stripTrailingZeros());
    agree(
        reserved,
        sums(
            "select cast(account_id as varchar(36)) || asset, held from exchange_balance"
                + " where held <> 0"));
  }

  private void what_is_leaving_is_what_withdrawals_say() {
    agree(
        sums(
            "select cast(account_id as varchar(36)) || asset, sum(amount + fee)"
                + " from exchange_withdrawal where state = 'LEAVING' group by account_id, asset"),
        sums(
            "select cast(account_id as varchar(36)) || asset, sum(amount) from exchange_posting"
                + " where bucket = 'LEAVING' group by account_id, asset having sum(amount) <> 0"));
  }

  private void fees_are_what_trades_and_withdrawals_paid() {
    Map<String, BigDecimal> paid =
        sums("select asset, sum(fee) from exchange_withdrawal where state = 'PAID' group by asset");
    for (Tuple row : rows("select pair, sum(fee) from exchange_trade group by pair")) {
      AssetPair pair = AssetPairs.byId((String) row.get(0));
      paid.merge(pair.quote().id(), plain(row.get(1)), BigDecimal::add);
    }
    paid.values().removeIf(amount -> amount.signum() == 0);
    paid.replaceAll((key, amount) -> amount.stripTrailingZeros());
    agree(
        paid,
        sums(
            "select asset, sum(amount) from exchange_posting where bucket = 'FEES'"
                + " group by asset having sum(amount) <> 0"));
  }

  private void orders_are_filled_as_their_trades_say() {
    for (String figure : List.of("volume,executed", "cost,cost", "fee,fee")) {
      String ofTrade = figure.split(",")[0];
      String ofOrder = figure.split(",")[1];
      agree(
          sums("select id, " + ofOrder + " from exchange_order where executed > 0"),
          sums("select order_id, sum(" + ofTrade + ") from exchange_trade group by order_id"));
    }
    nothing("select id from exchange_order where status = 'CLOSED' and executed <> volume");
    nothing("select id from exchange_order where status <> 'CLOSED' and executed >= volume");
    nothing("select id from exchange_order where (status = 'OPEN') <> (closed_at is null)");
  }

  private void every_trade_has_two_sides_that_agree() {
    nothing(
        "select pair, number from exchange_trade group by pair, number"
            + " having count(*) <> 2 or min(price) <> max(price) or min(volume) <> max(volume)"
            + " or min(cost) <> max(cost) or count(distinct side) <> 2"
            + " or count(distinct maker) <> 2 or count(distinct account_id) <> 2");
  }

  private void no_trade_is_worse_than_its_order_allows() {
    nothing(
        "select t.id from exchange_trade t join exchange_order o on o.id = t.order_id"
            + " where o.kind = 'LIMIT' and (o.side = 'BUY' and t.price > o.price"
            + " or o.side = 'SELL' and t.price < o.price)");
  }

  private void the_ledger_that_people_see_ends_where_the_balances_are() {
    String totals =
        "select cast(account_id as varchar(36)) || asset, available + held from exchange_balance"
            + " where available + held <> 0";
    agree(
        sums(totals),
        sums(
            "select cast(account_id as varchar(36)) || asset, sum(amount - fee)"
                + " from exchange_ledger_entry group by account_id, asset"
                + " having sum(amount - fee) <> 0"));
    agree(
        sums(totals),
        sums(
            "select cast(account_id as varchar(36)) || asset, balance from exchange_ledger_entry e"
                + " where balance <> 0 and not exists (select 1 from exchange_ledger_entry later"
                + " where later.account_id = e.account_id and later.asset = e.asset"
                + " and later.sequence > e.sequence)"));
  }

  private void no_book_is_crossed() {
    nothing(
        "select b.id, s.id from exchange_order b join exchange_order s on s.pair = b.pair"
            + " where b.status = 'OPEN' and s.status = 'OPEN' and b.side = 'BUY'"
            + " and s.side = 'SELL' and b.price >= s.price");
  }

  /** Fails with what differs only: the books are long. */
  private static void agree(Map<String, BigDecimal> expected, Map<String, BigDecimal> found) {
    Map<String, BigDecimal> onlyExpected = new TreeMap<>(expected);
    Map<String, BigDecimal> onlyFound = new TreeMap<>(found);
    onlyExpected.entrySet().removeAll(found.entrySet());
    onlyFound.entrySet().removeAll(expected.entrySet());
    assertEquals(onlyExpected, onlyFound);
  }

  private void nothing(String query) {
    List<Tuple> found = rows(query);
    assertTrue(found.isEmpty(), () -> query + " found " + List.of(found.get(0).toArray()));
  }

  private Map<String, BigDecimal> sums(String query) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    rows(query).forEach(row -> sums.put((String) row.get(0), plain(row.get(1))));
    return sums;
  }

  private static BigDecimal plain(Object amount) {
    return ((BigDecimal) amount).stripTrailingZeros();
  }

  private List<Tuple> rows(String query) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows = database.createNativeQuery(query, Tuple.class).getResultList();
    return rows;
  }
}
