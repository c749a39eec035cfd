package org.doublelock.sandbox.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.market.Asset;

/**
 * A ledger entry in the published shape.
 *
 * @param time seconds since 1970
 */
record LedgerEntryAnswer(
    String refid,
    BigDecimal time,
    String type,
    String subtype,
    String aclass,
    String asset,
    String amount,
    String fee,
    String balance) {

  /** The entries by their ids. */
  static Map<String, LedgerEntryAnswer> of(List<LedgerEntry> entries) {
    Map<String, LedgerEntryAnswer> answer = new LinkedHashMap<>();
    entries.forEach(entry -> answer.put(entry.id(), of(entry)));
    return answer;
  }

  private static LedgerEntryAnswer of(LedgerEntry entry) {
    Asset asset = entry.asset();
    return new LedgerEntryAnswer(
        entry.reference(),
        Answer.time(entry.at()),
        entry.type().code(),
        "",
        "currency",
        asset.id(),
        asset.text(entry.amount()),
        asset.text(entry.fee()),
        asset.text(entry.balance()));
  }
}
