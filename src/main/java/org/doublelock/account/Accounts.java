package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.vault.HashingLine;
import org.doublelock.vault.PasswordHash;
import org.doublelock.vault.PasswordHasher;

/** The accounts that there are. */
@Stateless
public class Accounts {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private PasswordHasher passwords;
  @Inject private SecurityEvents events;

  public Accounts() {
    // for the container
  }

  Accounts(EntityManager entities, PasswordHasher passwords, SecurityEvents events) {
    this.entities = entities;
    this.passwords = passwords;
    this.events = events;
  }

  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(entities.find(Account.class, id.value()));
  }

  public Optional<Account> findByName(UserName name) {
    return entities
        .createQuery("select a from Account a where a.userNameKey = :name", Account.class)
        .setParameter("name", name.key())
        .getResultStream()
        .findFirst();
  }

  /** The account with that user name; where there is none, the one whose mail address it is. */
  public Optional<Account> findByNameOrAddress(String typed) {
    Optional<Account> byName = UserName.parse(typed).flatMap(this::findByName);
    Optional<Account> byAddress = MailAddress.parse(typed).flatMap(this::findByAddress);
    return byName.or(() -> byAddress);
  }

  /** The account whose holder has shown to read that address. */
  public Optional<Account> findByAddress(MailAddress address) {
    return entities
        .createQuery(
            "select a from Account a, AccountMailRow m"
                + " where m.accountId = a.id and m.addressKey = :key",
            Account.class)
        .setParameter("key", address.key())
        .getResultStream()
        .findFirst();
  }

  /**
   * Whether somebody signs in with that already, be it their name or their mail address, or has a
   * name that a person would take it for.
   */
  public boolean isLikeAnother(UserName name) {
    return findByNameOrAddress(name.text()).isPresent() || looks().isTaken(name);
  }

  private UserNameLooks looks() {
    return new UserNameLooks(entities);
  }

  public boolean isEmpty() {
    return entities.createQuery("select count(a) from Account a", Long.class).getSingleResult()
        == 0;
  }

  /**
   * Waits for whoever opens an account now, or takes an address, since that signs in too; and holds
   * back others until the transaction ends. So what is asked afterwards, such as whether a name is
   * taken, stays true.
   */
  public void holdOpening() {
    entities
        .createNativeQuery("select id from account_opening for update", Integer.class)
        .getResultList();
  }

  /** Opens an account with a password that the caller has found good enough, and hashed. */
  public Account open(UserName name, PasswordHash password, Instant now) {
    Account account = new Account(AccountId.random(), name, password.text(), now);
    entities.persist(account);
    entities.persist(new SignInState(account.id()));
    looks().note(account);
    events.record(EventKind.ACCOUNT_OPENED, account.id().value(), account.userName());
    return account;
  }

  /** The same where nobody else is {@link #isLikeAnother called like that}. */
  public Optional<Account> openUnlessTaken(UserName name, PasswordHash password, Instant now) {
    holdOpening();
    return isLikeAnother(name) ? Optional.empty() : Optional.of(open(name, password, now));
  }

  /** The same where there is no account at all; of two nodes that start at once one opens it. */
  public Optional<Account> openFirst(UserName name, PasswordHash password, Instant now) {
    holdOpening();
    return isEmpty() ? Optional.of(open(name, password, now)) : Optional.empty();
  }

  /**
   * Gives an account a password that the caller has found good enough, and hashed. What the one
   * before it opened is {@code PasswordChange}'s to end.
   */
  public void changePassword(AccountId id, PasswordHash password) {
    change(find(id).orElseThrow(), password, EventKind.PASSWORD_CHANGED);
  }

  /** The same to one whose holder has forgotten theirs. */
  public void resetPassword(AccountId id, PasswordHash password) {
    change(find(id).orElseThrow(), password, EventKind.PASSWORD_RESET);
  }

  /**
   * Keeps another hash of the same password, made with the parameters that new ones have. One that
   * was changed meanwhile stays.
   *
   * @param before the hash that the password was found right by
   */
  public void renewHash(AccountId id, String before, PasswordHash renewed) {
    entities
        .createQuery(
            "update Account a set a.passwordHash = :renewed"
                + " where a.id = :id and a.passwordHash = :before")
        .setParameter("renewed", renewed.text())
        .setParameter("id", id.value())
        .setParameter("before", before)
        .executeUpdate();
  }

  private void change(Account account, PasswordHash password, EventKind kind) {
    account.changePassword(password.text());
    events.record(kind, account.id().value());
  }

  /**
   * Holds the account's row, and says whether it was unlocked. From the commit on nobody signs in
   * to it; its open sessions and its keys are the caller's to end.
   */
  public boolean lock(AccountId id, Instant now) {
    Account account = held(id);
    boolean wasUnlocked = account.isEnabled();
    if (wasUnlocked) {
      account.lock(now);
    }
    return wasUnlocked;
  }

  /** The reverse, said likewise. */
  public boolean unlock(AccountId id) {
    Account account = held(id);
    boolean wasLocked = !account.isEnabled();
    account.unlock();
    return wasLocked;
  }

  /** The account, its row held until the caller's transaction ends. */
  public Account held(AccountId id) {
    return entities.find(Account.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  /** True when this is the account's sign-in password; takes as long as the slow hash takes. */
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public boolean hasPassword(AccountId id, String password) {
    return find(id)
        .map(account -> passwords.verify(password, account.passwordHash(), HashingLine.KNOWN))
        .orElse(false);
  }
}
