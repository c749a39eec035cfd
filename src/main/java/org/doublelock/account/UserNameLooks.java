package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.edge.TypedText;

/**
 * What user names look like, so that no new one is taken for another. Names that look alike from
 * before stay, and are signed in with as ever: that goes by the name itself.
 */
@Stateless
public class UserNameLooks {

  private static final int AT_A_TIME = 500;

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  public UserNameLooks() {
    // for the container
  }

  UserNameLooks(EntityManager entities) {
    this.entities = entities;
  }

  /** Whether there is an account whose name a person would take this one for. */
  public boolean isTaken(UserName name) {
    return UserNameLookRow.looksOf(name.text()).stream()
        .anyMatch(look -> entities.find(UserNameLookRow.class, look) != null);
  }

  /** Notes what a new account's name looks like. */
  public void note(Account account) {
    for (String look : UserNameLookRow.looksOf(account.userName())) {
      if (entities.find(UserNameLookRow.class, look) == null) {
        entities.persist(new UserNameLookRow(look, account.id().value()));
      }
    }
  }

  /**
   * Notes the same of accounts from before, or from before today's rules, some at a time.
   *
   * @param after the account to go on after; empty to begin with the first
   * @return the last account that was looked at; empty when there are no more
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<UUID> noteSome(Optional<UUID> after) {
    List<Account> unknown =
        entities
            .createQuery(
                "select a from Account a where a.id > :after and not exists"
                    + " (select l from UserNameLookRow l where l.accountId = a.id"
                    + " and l.rules = :rules) order by a.id",
                Account.class)
            .setParameter("after", after.orElse(new UUID(0, 0)))
            .setParameter("rules", TypedText.rules())
            .setMaxResults(AT_A_TIME)
            .getResultList();
    unknown.forEach(this::note);
    return unknown.stream().map(account -> account.id().value()).reduce((one, next) -> next);
  }
}
