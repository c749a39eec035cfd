package org.doublelock.account.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.session.ActingSession;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;

/**
 * The recovery codes of accounts: ten at a time, each good once, known here by their hashes. New
 * ones are in force once their owner has said that they are kept; until then the ones before are.
 */
@Stateless
public class RecoveryCodes {

  public static final int NUMBER = 10;

  /** With that many left, or fewer, the owner is told to make new ones. */
  public static final int FEW = 3;

  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private SecurityEvents events;
  @Inject private ActingSession acting;

  public RecoveryCodes() {
    // for the container
  }

  /** Without a container. */
  public RecoveryCodes(EntityManager entities, SecurityEvents events, ActingSession acting) {
    this.entities = entities;
    this.events = events;
    this.acting = acting;
  }

  /**
   * Makes ten new codes, to be shown once. They open nothing before they are {@link #keep kept}.
   *
   * @throws AccountLocked when an operator has locked the account meanwhile
   * @throws SessionEnded when the session that asks has been ended meanwhile
   */
  public List<RecoveryCode> renew(AccountId account, Instant now) {
    acting.hold(entities, account);
    entities
        .createQuery(
            "delete from RecoveryCodeRow r where r.accountId = :account"
                + " and r.inForce = false and r.kept = false")
        .setParameter("account", account.value())
        .executeUpdate();
    List<RecoveryCode> codes =
        Stream.generate(() -> RecoveryCode.generate(RANDOM)).limit(NUMBER).toList();
    codes.forEach(code -> entities.persist(new RecoveryCodeRow(account, code, now)));
    events.record(EventKind.RECOVERY_CODES_MADE, account.value());
    return codes;
  }

  /** How many can still be used. */
  public int left(AccountId account) {
    return (int) unused(account).stream().filter(RecoveryCodeRow::isInForce).count();
  }

  /**
   * Whether there are new codes that are not in force, since nobody has said that they are kept.
   */
  public boolean isAnyWaiting(AccountId account) {
    return unused(account).stream().anyMatch(code -> !code.isInForce());
  }

  /** Whether the owner has said that the codes are kept where they can be found again. */
  public boolean areKept(AccountId account) {
    return unused(account).stream().allMatch(RecoveryCodeRow::isKept);
  }

  /**
   * Puts the new codes in force, and those from before out of it.
   *
   * @param shown those on the page that says so; nothing changes where they are not the new ones
   * @throws AccountLocked when an operator has locked the account meanwhile
   * @throws SessionEnded when the session that asks has been ended meanwhile
   */
  public void keep(AccountId account, List<RecoveryCode> shown) {
    acting.hold(entities, account);
    Set<String> hashes = shown.stream().map(code -> code.hash(account)).collect(Collectors.toSet());
    Map<Boolean, List<RecoveryCodeRow>> inForce =
        unused(account).stream().collect(Collectors.partitioningBy(RecoveryCodeRow::isInForce));
    List<RecoveryCodeRow> waiting = inForce.get(false);
    if (waiting.stream().noneMatch(code -> hashes.contains(code.codeHash()))) {
      List<RecoveryCodeRow> before = inForce.get(true); // some were made before 0.1.0
      if (before.stream().anyMatch(code -> hashes.contains(code.codeHash()))) {
        before.forEach(RecoveryCodeRow::keep);
      }
      return;
    }
    entities
        .createQuery(
            "delete from RecoveryCodeRow r where r.accountId = :account"
                + " and (r.inForce = true or r.kept = true)")
        .setParameter("account", account.value())
        .executeUpdate();
    waiting.forEach(RecoveryCodeRow::keep);
  }

  /** Those of the typed codes that are the account's and unused, without using them. */
  public List<RecoveryCode> recognised(AccountId account, List<RecoveryCode> typed) {
    Set<String> hashes =
        unused(account).stream().map(RecoveryCodeRow::codeHash).collect(Collectors.toSet());
    return typed.stream().filter(code -> hashes.contains(code.hash(account))).toList();
  }

  /** Uses the code up; of two attempts with one code, on any nodes, one statement finds it. */
  public boolean use(AccountId account, RecoveryCode code, Instant now) {
    return entities
            .createQuery(
                "update RecoveryCodeRow r set r.usedAt = :now"
                    + " where r.accountId = :account and r.codeHash = :hash and r.usedAt is null"
                    + " and (r.inForce = true or r.kept = true)")
            .setParameter("now", now)
            .setParameter("account", account.value())
            .setParameter("hash", code.hash(account))
            .executeUpdate()
        == 1;
  }

  public void removeAll(AccountId account) {
    entities
        .createQuery("delete from RecoveryCodeRow r where r.accountId = :account")
        .setParameter("account", account.value())
        .executeUpdate();
  }

  private List<RecoveryCodeRow> unused(AccountId account) {
    return entities
        .createQuery(
            "select r from RecoveryCodeRow r where r.accountId = :account and r.usedAt is null",
            RecoveryCodeRow.class)
        .setParameter("account", account.value())
        .getResultList();
  }
}
