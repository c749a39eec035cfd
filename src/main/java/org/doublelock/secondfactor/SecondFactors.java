package org.doublelock.secondfactor;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.account.AccountId;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.apikey.KeyEvents;
import org.doublelock.vault.HashingBusy;
import org.doublelock.vault.HashingLine;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.TriedPassword;

/** The second factors that keys have. */
@Stateless
public class SecondFactors {

  /** A replacement can overtake a guess; each time round it meets the newer factor. */
  private static final int MAX_ROUNDS = 5;

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private FactorSecrets secrets;
  @Inject private CurrentFactor current;
  @Inject private PasswordHasher passwords;
  @Inject private KeyEpoch epoch;
  @Inject private KeyEvents events;

  public SecondFactors() {
    // for the container
  }

  SecondFactors(
      EntityManager entities,
      FactorSecrets secrets,
      CurrentFactor current,
      PasswordHasher passwords,
      KeyEpoch epoch,
      KeyEvents events) {
    this.entities = entities;
    this.secrets = secrets;
    this.current = current;
    this.passwords = passwords;
    this.epoch = epoch;
    this.events = events;
  }

  /** The key's second factor; empty while two-factor authentication is off for it. */
  public Optional<SecondFactor> of(ApiKeyId key) {
    return Optional.ofNullable(entities.find(SecondFactorRow.class, key.value())).map(this::read);
  }

  /** By what the key's second factor works; empty while it has none. Opens no secret. */
  public Optional<SecondFactorMethod> method(ApiKeyId key) {
    return Optional.ofNullable(summaries(Set.of(key)).get(key)).map(FactorSummary::method);
  }

  /** How it is asked for; empty while the key has none. Opens no secret. */
  public Optional<FactorTerms> terms(ApiKeyId key) {
    return Optional.ofNullable(entities.find(SecondFactorRow.class, key.value()))
        .map(row -> new FactorTerms(row.method(), row.strictCodes(), row.actions()));
  }

  /** How many of the account's keys have one. */
  public long number(AccountId owner) {
    return entities
        .createQuery(
            "select count(f) from SecondFactorRow f, ApiKey k where k.id = f.apiKeyId"
                + " and k.accountId = :owner and k.deletedAt is null",
            Long.class)
        .setParameter("owner", owner.value())
        .getSingleResult();
  }

  /**
   * Whether the key still has the factor that was read before. To be asked while the key is held:
   * then what was proved of that factor counts until the end of the transaction.
   */
  public boolean has(ApiKeyId key, SecondFactor seen) {
    return Optional.ofNullable(entities.find(SecondFactorRow.class, key.value()))
        .map(SecondFactorRow::since)
        .filter(seen.since()::equals)
        .isPresent();
  }

  /**
   * What lists say about the factors of these keys, in one statement; nothing where there is none.
   */
  public Map<ApiKeyId, FactorSummary> summaries(Collection<ApiKeyId> keys) {
    Map<ApiKeyId, FactorSummary> summaries = new HashMap<>();
    if (!keys.isEmpty()) {
      entities
          .createQuery(
              "select f.apiKeyId, f.method, f.since from SecondFactorRow f where f.apiKeyId in"
                  + " :keys",
              Object[].class)
          .setParameter("keys", keys.stream().map(ApiKeyId::value).toList())
          .getResultStream()
          .forEach(
              row ->
                  summaries.put(
                      new ApiKeyId((UUID) row[0]),
                      new FactorSummary(
                          SecondFactorMethod.fromCode((String) row[1]).orElseThrow(),
                          (Instant) row[2])));
    }
    return summaries;
  }

  /** The actions that were ticked for the factors of these keys, in one statement. */
  public Map<ApiKeyId, Set<String>> actions(Collection<ApiKeyId> keys) {
    return keys.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select f.apiKeyId, x from SecondFactorRow f join f.actions x"
                    + " where f.apiKeyId in :keys",
                Object[].class)
            .setParameter("keys", keys.stream().map(ApiKeyId::value).toList())
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    row -> new ApiKeyId((UUID) row[0]),
                    Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
  }

  /**
   * Checks the current factor in the browser, where a code is always single-use. Wrong ones count
   * as those of calls do, and while the key is locked out nothing is tried. What cannot be the
   * factor is no guess. A password is read, hashed and decided about, in this order, so that
   * nothing is held while the slow hash is computed.
   *
   * @param typed may be null
   * @throws HashingBusy when too many passwords are being checked; nothing was counted then
   */
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public Confirmation confirm(ApiKeyId key, String typed, Instant now) {
    String given = typed == null ? "" : typed;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      TriedPassword tried =
          current
              .passwordHash(key, now)
              .filter(hash -> !given.isBlank())
              .map(hash -> passwords.tryOut(given, hash, HashingLine.KNOWN))
              .orElse(TriedPassword.NONE);
      Optional<Confirmation> outcome = current.decide(key, given, tried, now);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return Confirmation.TOO_MANY;
  }

  /** How many wrong ones may still follow before the key is locked out; 0 while it is. */
  public int triesLeft(ApiKeyId key, Instant now) {
    return current.triesLeft(key, now);
  }

  /**
   * Counts a wrong guess that was made without a call, as one in a call counts.
   *
   * @return false when the key is locked out by now: the guess is not to be answered then
   */
  public boolean countWrong(ApiKeyId key, Instant now) {
    return current.countWrong(key, now);
  }

  /** Turns two-factor authentication off for the key, after it has been confirmed. */
  public void remove(ApiKeyId key) {
    epoch.hold(key);
    SecondFactorRow row =
        entities.find(SecondFactorRow.class, key.value(), LockModeType.PESSIMISTIC_WRITE);
    if (row != null) {
      entities.remove(row);
      RemovalRow.forget(entities, key);
      entities.flush();
      epoch.raiseWithNewFactor(key, 0);
      events.record(EventKind.TWO_FACTOR_OFF, key);
    }
  }

  /**
   * Leaves nothing of a deleted key's, be it under way: no secret outlives its key. The caller
   * holds the key's epoch; nobody is told of it but by the key's end.
   */
  public void forget(ApiKeyId key) {
    Stream.of(SecondFactorRow.class, EnrolmentRow.class, RemovalRow.class)
        .map(kept -> entities.find(kept, key.value()))
        .filter(Objects::nonNull)
        .forEach(entities::remove);
  }

  private SecondFactor read(SecondFactorRow row) {
    return secrets.factor(
        row.key(),
        row.method(),
        row.sealedSecret(),
        row.passwordHash(),
        row.strictCodes(),
        row.since(),
        row.actions());
  }
}
