package org.doublelock.account.factor;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;

/** The second factors of one kind that accounts keep. Who changes one holds the account. */
public abstract class KeptFactors<R extends RegisteredFactor> {

  @PersistenceContext(unitName = "doublelock")
  EntityManager entities;

  private final Class<R> kind;

  KeptFactors(Class<R> kind) {
    this.kind = kind;
  }

  /** The account's, the oldest first. */
  public List<KeptFactor> of(AccountId account) {
    return rows(account).stream().map(RegisteredFactor::read).toList();
  }

  public Optional<KeptFactor> find(AccountId account, UUID id) {
    return row(account, id).map(RegisteredFactor::read);
  }

  /** Calls one something else. {@code AccountFactors} holds the account and records it. */
  public void rename(AccountId account, UUID id, FactorName name) {
    row(account, id).ifPresent(factor -> factor.rename(name));
  }

  /** Takes one out of use. */
  public void remove(AccountId account, UUID id) {
    row(account, id).ifPresent(entities::remove);
  }

  public void removeAll(AccountId account) {
    rows(account).forEach(entities::remove);
  }

  List<R> rows(AccountId account) {
    return entities
        .createQuery(
            "select f from "
                + kind.getSimpleName()
                + " f where f.accountId = :account order by f.since",
            kind)
        .setParameter("account", account.value())
        .getResultList();
  }

  Optional<R> row(AccountId account, UUID id) {
    return Optional.ofNullable(entities.find(kind, id))
        .filter(row -> row.account().equals(account.value()));
  }
}
