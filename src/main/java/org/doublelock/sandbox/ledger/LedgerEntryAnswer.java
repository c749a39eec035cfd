package org.doublelock.sandbox.ledger;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.market.Asset;

/** Ledger entries in the published shape. */
final class LedgerEntryAnswer {

  private LedgerEntryAnswer() {}

  /** The entries by their ids. */
  static JsonObject of(List<LedgerEntry> entries) {
    JsonObjectBuilder answer = Answer.object();
    entries.forEach(entry -> answer.add(entry.id(), describe(entry)));
    return answer.build();
  }

  private static JsonObject describe(LedgerEntry entry) {
    Asset asset = entry.asset();
    return Answer.object()
        .add("refid", entry.reference())
        .add("time", Answer.time(entry.at()))
        .add("type", entry.type().code())
        .add("subtype", "")
        .add("aclass", "currency")
        .add("asset", asset.id())
        .add("amount", asset.text(entry.amount()))
        .add("fee", asset.text(entry.fee()))
        .add("balance", asset.text(entry.balance()))
        .build();
  }
}
