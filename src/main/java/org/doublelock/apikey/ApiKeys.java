package org.doublelock.apikey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.session.ActingSession;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.activity.EventKind;
import org.doublelock.edge.RowId;
import org.doublelock.edge.TypedText;
import org.doublelock.signing.PublicKey;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.SecretVault;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The API keys that there are. A deleted key is found by nobody; another account's key is not found
 * by its id.
 */
@Stateless
public class ApiKeys {

  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private SigningSecrets secrets;
  @Inject private KeyEpoch epoch;
  @Inject private KeyEvents events;
  @Inject private ActingSession acting;

  public ApiKeys() {
    // for the container
  }

  ApiKeys(
      EntityManager entities,
      SecretVault vault,
      KeyEpoch epoch,
      KeyEvents events,
      ActingSession acting) {
    this.entities = entities;
    this.secrets = new SigningSecrets(vault);
    this.epoch = epoch;
    this.events = events;
    this.acting = acting;
  }

  /**
   * Makes a key. Its secret is in the answer and can be had nowhere else afterwards.
   *
   * @throws AccountLocked when its owner's account is; one that is being locked waits for the key
   *     or the key for it, so that locking finds every key
   * @throws SessionEnded when the session that asks has been ended by now
   */
  public IssuedKey issue(
      AccountId owner,
      Description description,
      Set<Permission> permissions,
      Restrictions restrictions,
      Instant now)
      throws DescriptionTaken {
    if (!held(owner).isEnabled()) {
      throw new AccountLocked();
    }
    acting.requireOpen(entities);
    ApiKeyId id = ApiKeyId.random();
    requireUnlikeOthers(owner, id, description);
    SigningSecret secret = SigningSecret.generate(RANDOM);
    ApiKey key = new ApiKey(id, owner, PublicKey.generate(RANDOM), secrets.seal(id, secret), now);
    key.describe(description, permissions, restrictions, now);
    entities.persist(key);
    flush();
    epoch.begin(id);
    events.record(EventKind.KEY_CREATED, key);
    return new IssuedKey(key, secret);
  }

  /**
   * Changes what a key may do; what is not to change is passed as it was.
   *
   * @param seen the {@link ApiKey#settingsMark} of what the person saw who changes it
   * @return false when it has other settings by now; nothing was changed then
   * @throws KeyDeleted when it is deleted by now, as all that follow do
   * @throws AccountLocked when its owner's account is locked by now, as all but {@link #freeze} do
   */
  public boolean edit(
      ApiKey shown,
      String seen,
      Description description,
      Set<Permission> permissions,
      Restrictions restrictions,
      Instant now)
      throws DescriptionTaken {
    held(shown.owner()); // before the key's row, as whoever locks the account holds them
    ApiKey key = locked(shown);
    if (!key.settingsMark().equals(seen)) {
      return false;
    }
    if (!description.text().equals(key.description())) {
      requireUnlikeOthers(key.owner(), key.id(), description);
    }
    boolean sameWindow = key.restrictions().nonceWindow() == restrictions.nonceWindow();
    key.describe(description, permissions, restrictions, now);
    flush();
    if (sameWindow) {
      epoch.raise(key.id());
    } else {
      epoch.raiseWithNewWindow(key.id());
    }
    events.record(EventKind.KEY_CHANGED, key);
    return true;
  }

  /**
   * Gives a key a new secret. Where the old one is dead at once, nonces start anew; where both sign
   * for a while they share one sequence, and it goes on afterwards: what the new one has signed
   * meanwhile must not be taken again.
   *
   * @param overlap how long the old secret stays valid beside the new one; zero for not at all
   */
  public IssuedKey roll(ApiKey shown, Duration overlap, Instant now) {
    ApiKey key = locked(shown);
    SigningSecret secret = SigningSecret.generate(RANDOM);
    key.roll(secrets.seal(key.id(), secret), now.plus(overlap), now);
    if (key.sealedPreviousSecret().isEmpty()) {
      epoch.raiseWithNoncesAnew(key.id());
    } else {
      epoch.raise(key.id());
    }
    events.record(EventKind.KEY_SECRET_REPLACED, key);
    return new IssuedKey(key, secret);
  }

  public void disable(ApiKey shown, Instant now) {
    ApiKey key = locked(shown);
    key.disable(now);
    epoch.raise(key.id());
    events.record(EventKind.KEY_DISABLED, key);
  }

  /**
   * Disables a key because its owner, or whoever reads their mail, suspects something. It only
   * takes power away, so a locked account is no obstacle.
   */
  public void freeze(ApiKey shown, Instant now) {
    if (!epoch.hold(shown.id())) {
      throw new KeyDeleted();
    }
    ApiKey key = row(shown);
    key.disable(now);
    epoch.raise(key.id());
    events.record(EventKind.KEY_FROZEN, key);
  }

  public void enable(ApiKey shown, Instant now) {
    ApiKey key = locked(shown);
    key.enable(now);
    epoch.raise(key.id());
    events.record(EventKind.KEY_ENABLED, key);
  }

  public void delete(ApiKey shown, Instant now) {
    ApiKey key = locked(shown);
    key.delete(now);
    epoch.raise(key.id());
    events.record(EventKind.KEY_DELETED, key);
  }

  /** The account's keys, oldest first. */
  public List<ApiKey> ownedBy(AccountId owner) {
    return entities
        .createQuery(
            "select k from ApiKey k where k.accountId = :owner and k.deletedAt is null"
                + " order by k.createdAt, k.id",
            ApiKey.class)
        .setParameter("owner", owner.value())
        .getResultList();
  }

  /** How many keys the account has. */
  public long count(AccountId owner) {
    return entities
        .createQuery(
            "select count(k) from ApiKey k where k.accountId = :owner and k.deletedAt is null",
            Long.class)
        .setParameter("owner", owner.value())
        .getSingleResult();
  }

  /** Whether the account ever had a key, be it deleted by now. */
  public boolean hadAny(AccountId owner) {
    return entities
            .createQuery("select count(k) from ApiKey k where k.accountId = :owner", Long.class)
            .setParameter("owner", owner.value())
            .getSingleResult()
        > 0;
  }

  /** Whether a call with one of the account's keys was ever accepted. */
  public boolean everCalled(AccountId owner) {
    Object used =
        entities
            .createNativeQuery(
                "select count(*) from api_key k join api_key_call_state s on s.api_key_id = k.id"
                    + " where k.account_id = :owner and s.last_used_at > 0")
            .setParameter("owner", owner.value())
            .getSingleResult();
    return ((Number) used).longValue() > 0;
  }

  /** The key, if it is this account's. */
  public Optional<ApiKey> find(AccountId owner, ApiKeyId id) {
    return find(id).filter(key -> key.owner().equals(owner));
  }

  /** The same by the id's text; what is not an id finds nothing. */
  public Optional<ApiKey> find(AccountId owner, String id) {
    return RowId.parse(id).flatMap(parsed -> find(owner, new ApiKeyId(parsed)));
  }

  /** The key, whoever owns it. */
  public Optional<ApiKey> find(ApiKeyId id) {
    return Optional.ofNullable(entities.find(ApiKey.class, id.value()))
        .filter(key -> !key.isDeleted());
  }

  public Optional<ApiKey> findByPublicKey(String publicKey) {
    return entities
        .createQuery(
            "select k from ApiKey k left join fetch k.addresses where k.publicKey = :publicKey and"
                + " k.deletedAt is null",
            ApiKey.class)
        .setParameter("publicKey", publicKey)
        .getResultStream()
        .findFirst();
  }

  /**
   * The account's row, so that of two names that look alike the second waits and sees the first.
   */
  private Account held(AccountId owner) {
    return entities.find(Account.class, owner.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  private void requireUnlikeOthers(AccountId owner, ApiKeyId itself, Description description)
      throws DescriptionTaken {
    List<String> others =
        entities
            .createQuery(
                "select k.description from ApiKey k"
                    + " where k.accountId = :owner and k.id <> :itself and k.deletedAt is null",
                String.class)
            .setParameter("owner", owner.value())
            .setParameter("itself", itself.value())
            .getResultList();
    if (TypedText.isLikeOneOf(description.text(), others.stream())) {
      throw new DescriptionTaken();
    }
  }

  private ApiKey locked(ApiKey shown) {
    epoch.holdForOwner(shown.id());
    return row(shown);
  }

  private ApiKey row(ApiKey shown) {
    return entities.find(ApiKey.class, shown.id().value(), LockModeType.PESSIMISTIC_WRITE);
  }

  private void flush() throws DescriptionTaken {
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      if (isDescriptionTaken(refused)) {
        throw new DescriptionTaken();
      }
      throw refused;
    }
  }

  private static boolean isDescriptionTaken(Throwable refused) {
    return Stream.iterate(refused, cause -> cause != null, Throwable::getCause)
        .filter(ConstraintViolationException.class::isInstance)
        .map(cause -> ((ConstraintViolationException) cause).getConstraintName())
        .anyMatch(
            name ->
                name != null
                    && name.toLowerCase(java.util.Locale.ROOT).contains("api_key_description"));
  }
}
