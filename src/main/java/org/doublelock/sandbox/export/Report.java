package org.doublelock.sandbox.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doublelock.edge.Coded;

/** What can be exported: its columns, and the query that reads them by their order. */
enum Report implements Coded {
  TRADES(
      "ExchangeTrade",
      "at",
      "number",
      List.of(
          new Column("txid", "r.id"),
          new Column("ordertxid", "r.order"),
          new Column("pair", "r.pair"),
          new Column("time", "r.at"),
          new Column("type", "r.side"),
          new Column("ordertype", "r.kind"),
          new Column("price", "r.price"),
          new Column("cost", "r.cost"),
          new Column("fee", "r.fee"),
          new Column("vol", "r.volume"),
          new Column("margin", "0"),
          new Column("misc", "''"))),
  LEDGERS(
      "LedgerEntry",
      "at",
      "sequence",
      List.of(
          new Column("txid", "r.id"),
          new Column("refid", "r.reference"),
          new Column("time", "r.at"),
          new Column("type", "r.type"),
          new Column("subtype", "''"),
          new Column("aclass", "'currency'"),
          new Column("asset", "r.asset"),
          new Column("amount", "r.amount"),
          new Column("fee", "r.fee"),
          new Column("balance", "r.balance"),
          new Column("wallet", "'spot / main'")));

  /** A published name and where it is read from. */
  record Column(String name, String source) {}

  private final String entity;
  private final String time;
  private final String order;
  private final List<Column> columns;

  Report(String entity, String time, String order, List<Column> columns) {
    this.entity = entity;
    this.time = time;
    this.order = order;
    this.columns = columns;
  }

  static Optional<Report> fromCode(String code) {
    return Coded.among(values(), code);
  }

  /** The columns under these names, the id first; empty for a name that is none. */
  Optional<List<Column>> columns(String names) {
    if (names.equals("all")) {
      return Optional.of(columns);
    }
    List<String> asked = Arrays.stream(names.split(",")).map(String::strip).toList();
    List<Column> chosen =
        columns.stream()
            .filter(column -> column.name().equals("txid") || asked.contains(column.name()))
            .toList();
    boolean known =
        asked.stream()
            .allMatch(name -> columns.stream().anyMatch(each -> each.name().equals(name)));
    return known ? Optional.of(chosen) : Optional.empty();
  }

  /** Reads rows of the columns, the oldest first, of one account between two times. */
  String query(List<Column> chosen) {
    return "select "
        + String.join(", ", chosen.stream().map(Column::source).toList())
        + " from "
        + entity
        + " r where r.account = :account and r."
        + time
        + " > :after and r."
        + time
        + " <= :until order by r."
        + time
        + ", r."
        + order
        + ", r.id";
  }
}
