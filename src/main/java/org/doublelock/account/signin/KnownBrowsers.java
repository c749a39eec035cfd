package org.doublelock.account.signin;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.session.Visitor;

/** The browsers that accounts were signed in with before. */
@Stateless
public class KnownBrowsers {

  private static final int MAX = 20;

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  public KnownBrowsers() {
    // for the container
  }

  /** Without a container. */
  public KnownBrowsers(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Knows the visitor's browser from now on, and forgets the one not used for longest when there
   * are more than twenty.
   *
   * @return the token that the browser is to carry
   */
  public BearerToken remember(AccountId account, Visitor visitor, Instant now) {
    Optional<KnownBrowserRow> before = find(account, visitor);
    if (before.isPresent()) {
      before.get().used(now);
      return visitor.known().orElseThrow();
    }
    BearerToken token = BearerToken.random();
    entities.persist(new KnownBrowserRow(account, token.hash(), now));
    List<KnownBrowserRow> rows =
        entities
            .createQuery(
                "select b from KnownBrowserRow b where b.accountId = :account"
                    + " order by b.lastUsedAt desc",
                KnownBrowserRow.class)
            .setParameter("account", account.value())
            .getResultList();
    rows.stream().skip(MAX).forEach(entities::remove);
    return token;
  }

  /** Knows none of the account's browsers any more but the visitor's. */
  public void forgetOthers(AccountId account, Visitor visitor) {
    entities
        .createQuery(
            "delete from KnownBrowserRow b where b.accountId = :account and b.tokenHash <> :hash")
        .setParameter("account", account.value())
        .setParameter("hash", visitor.known().map(BearerToken::hash).orElse(""))
        .executeUpdate();
  }

  /** Knows none of the account's browsers any more. */
  public void forgetAll(AccountId account) {
    entities
        .createQuery("delete from KnownBrowserRow b where b.accountId = :account")
        .setParameter("account", account.value())
        .executeUpdate();
  }

  public Optional<KnownBrowserRow> find(AccountId account, Visitor visitor) {
    return visitor.known().stream()
        .flatMap(
            token ->
                entities
                    .createQuery(
                        "select b from KnownBrowserRow b"
                            + " where b.accountId = :account and b.tokenHash = :hash",
                        KnownBrowserRow.class)
                    .setParameter("account", account.value())
                    .setParameter("hash", token.hash())
                    .getResultStream())
        .findFirst();
  }
}
