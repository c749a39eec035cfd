package org.doublelock.sandbox.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.Gate;
import org.doublelock.sandbox.PublicId;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** The ledger within one transaction. */
public final class Ledger {

  private final EntityManager database;
  private final Map<BalanceId, BalanceRow> locked = new HashMap<>();

  public Ledger(EntityManager database) {
    this.database = database;
  }

  /** Gives an account its demo balances when it comes for the first time. Comes before any lock. */
  public void open(AccountId account, Instant now) {
    if (isOpen(account)) {
      return;
    }
    Gate.lock(database);
    List<Asset> missing = new ArrayList<>(Assets.all());
    missing.removeAll(balances(account).keySet());
    if (!missing.isEmpty()) {
      give(account, missing, now);
    }
  }

  private boolean isOpen(AccountId account) {
    long assets =
        database
            .createQuery(
                "select count(b) from BalanceRow b where b.id.account = :account", Long.class)
            .setParameter("account", account.value())
            .getSingleResult();
    return assets == Assets.all().size();
  }

  private void give(AccountId account, List<Asset> assets, Instant now) {
    List<Posting> postings = new ArrayList<>();
    for (Asset asset : assets) {
      BalanceId id = new BalanceId(account.value(), asset.id());
      BalanceRow row = new BalanceRow(id);
      database.persist(row);
      locked.put(id, row);
      BigDecimal gift = DemoBalances.of(asset);
      postings.add(Posting.of(Bucket.AVAILABLE, account, asset, gift));
      postings.add(Posting.of(Bucket.WORLD, asset, gift.negate()));
    }
    String reference = PublicId.funding();
    post(new Movement(Movement.Kind.OPENING, reference, now, postings));
    for (Asset asset : assets) {
      BigDecimal gift = DemoBalances.of(asset);
      enter(account, EntryType.TRANSFER, reference, now, asset, gift, BigDecimal.ZERO);
    }
  }

  /** All balances of an account, in the order of {@link Assets#all()}, unlocked. */
  public Map<Asset, Balance> balances(AccountId account) {
    Map<String, Balance> found = new HashMap<>();
    database
        .createQuery(
            "select b.id.asset, b.available, b.held from BalanceRow b where b.id.account ="
                + " :account",
            Object[].class)
        .setParameter("account", account.value())
        .getResultList()
        .forEach(
            row ->
                found.put((String) row[0], new Balance((BigDecimal) row[1], (BigDecimal) row[2])));
    Map<Asset, Balance> balances = new LinkedHashMap<>();
    for (Asset asset : Assets.all()) {
      if (found.containsKey(asset.id())) {
        balances.put(asset, found.get(asset.id()));
      }
    }
    return balances;
  }

  /** Locks balances in the common order; a transaction locks all it needs in one go. */
  public void lock(Collection<BalanceId> balances) {
    for (BalanceId id : new TreeSet<>(balances)) {
      locked.computeIfAbsent(id, this::lockRow);
    }
  }

  private BalanceRow lockRow(BalanceId id) {
    BalanceRow row = database.find(BalanceRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new IllegalStateException("the balance " + id + " was never opened");
    }
    return row;
  }

  /** The balance under its lock. */
  public Balance locked(AccountId account, Asset asset) {
    BalanceId id = new BalanceId(account.value(), asset.id());
    lock(List.of(id));
    return locked.get(id).balance();
  }

  /**
   * Carries a movement out, locking what it touches.
   *
   * @throws IllegalStateException when a balance would fall below zero; ask {@link #locked} first
   */
  public void post(Movement movement) {
    List<Posting> changes = movement.postings().stream().filter(Posting::changesBalance).toList();
    lock(changes.stream().map(Posting::balance).toList());
    changes.forEach(posting -> locked.get(posting.balance()).apply(posting));
    database.persist(movement);
  }

  /**
   * Shows a change of what the account owns in its ledger, after it was posted.
   *
   * @param amount what was added, or taken when negative, before the fee
   * @return the entry's id
   */
  public String enter(
      AccountId account,
      EntryType type,
      String reference,
      Instant now,
      Asset asset,
      BigDecimal amount,
      BigDecimal fee) {
    BigDecimal balance = locked(account, asset).total();
    LedgerEntry entry = new LedgerEntry(account, type, reference, now, asset, amount, fee, balance);
    database.persist(entry);
    return entry.id();
  }

  /** The ids of an account's entries, by what they refer to, in the order they were made. */
  public static Map<String, List<String>> entriesOf(
      EntityManager database, AccountId account, Collection<String> references) {
    Map<String, List<String>> entries = new HashMap<>();
    database
        .createQuery(
            "select e.reference, e.id from LedgerEntry e where e.account = :account"
                + " and e.reference in :references order by e.sequence",
            Object[].class)
        .setParameter("account", account.value())
        .setParameter("references", references)
        .getResultList()
        .forEach(
            row ->
                entries
                    .computeIfAbsent((String) row[0], reference -> new ArrayList<>())
                    .add((String) row[1]));
    return entries;
  }
}
