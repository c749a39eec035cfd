package org.doublelock.apikey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.session.ActingSession;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.activity.EventKind;
import org.doublelock.edge.RowId;
import org.doublelock.signing.PublicKey;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.SecretVault;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The API keys that there are. A deleted key is found by nobody; another account's key is not found
 * by its id.
 */
@Stateless
public class ApiKeys {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ENABLED =
      " where k.accountId = :owner and k.deletedAt is null and k.disabledAt is null";

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private SigningSecrets secrets;
  @Inject private KeyEpoch epoch;
  @Inject private KeyEvents events;
  @Inject private ActingSession acting;

  @Inject
  @ConfigProperty(name = "doublelock.keys.max", defaultValue = "1000")
  private int most;

  public ApiKeys() {
    // for the container
  }

  ApiKeys(
      EntityManager entities,
      SecretVault vault,
      KeyEpoch epoch,
      KeyEvents events,
      ActingSession acting,
      int most) {
    this.entities = entities;
    this.secrets = new SigningSecrets(vault);
    this.epoch = epoch;
    this.events = events;
    this.acting = acting;
    this.most = most;
  }

  /**
   * Makes a key. Its secret is in the answer and can be had nowhere else afterwards.
   *
   * @throws AccountLocked when its owner's account is; one that is being locked waits for the key
   *     or the key for it, so that locking finds every key
   * @throws SessionEnded when the session that asks has been ended by now
   * @throws TooManyKeys when there are {@link #most} by now
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
    if (most > 0 && count(owner) >= most) {
      throw new TooManyKeys();
    }
    ApiKeyId id = ApiKeyId.random();
    descriptions().requireUnlike(owner, id, description);
    SigningSecret secret = SigningSecret.generate(RANDOM);
    ApiKey key = new ApiKey(id, owner, PublicKey.generate(RANDOM), secrets.seal(id, secret), now);
    key.describe(description, permissions, restrictions, now);
    entities.persist(key);
    descriptions().flush();
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
      descriptions().requireUnlike(key.owner(), key.id(), description);
    }
    boolean sameWindow = key.restrictions().nonceWindow() == restrictions.nonceWindow();
    key.describe(description, permissions, restrictions, now);
    descriptions().flush();
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

  /**
   * The same for all of the account's keys, those that are disabled already aside. Whoever holds
   * the account too finds every key.
   */
  public void freezeAll(AccountId owner, Instant now) {
    epoch.raiseAll(owner);
    List<ApiKey> enabled =
        entities
            .createQuery("select k from ApiKey k" + ENABLED, ApiKey.class)
            .setParameter("owner", owner.value())
            .getResultList();
    entities
        .createQuery(
            "update versioned ApiKey k set k.disabledAt = :now, k.modifiedAt = :now" + ENABLED)
        .setParameter("now", now)
        .setParameter("owner", owner.value())
        .executeUpdate();
    enabled.forEach(key -> events.record(EventKind.KEY_FROZEN, key));
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

  /** How many keys an account may have; 0 for any number. */
  public int most() {
    return most;
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

  private DescriptionsInUse descriptions() {
    return new DescriptionsInUse(entities);
  }

  private ApiKey locked(ApiKey shown) {
    epoch.holdForOwner(shown.id());
    return row(shown);
  }

  private ApiKey row(ApiKey shown) {
    return entities.find(ApiKey.class, shown.id().value(), LockModeType.PESSIMISTIC_WRITE);
  }
}
