package org.doublelock.unlocking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.secondfactor.SecondFactorMethod;

/** Which keys pages offer to unlock. */
@Stateless
public class UnlockableKeys {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private UnlockPolicy policy;

  public UnlockableKeys() {
    // for the container
  }

  UnlockableKeys(EntityManager entities, UnlockPolicy policy) {
    this.entities = entities;
    this.policy = policy;
  }

  /**
   * Those of these keys that are enabled, have a second factor and may be unlocked; in one
   * statement.
   */
  public Set<ApiKeyId> among(Collection<ApiKeyId> keys) {
    if (keys.isEmpty() || !policy.isAllowed()) {
      return Set.of();
    }
    return entities
        .createQuery(
            "select f.apiKeyId, f.method, c.allowed from SecondFactorRow f"
                + " join ApiKey k on k.id = f.apiKeyId"
                + " left join UnlockChoiceRow c on c.apiKeyId = f.apiKeyId"
                + " where k.disabledAt is null and f.apiKeyId in :keys",
            Object[].class)
        .setParameter("keys", keys.stream().map(ApiKeyId::value).toList())
        .getResultStream()
        .filter(row -> policy.admits(Optional.ofNullable((Boolean) row[2]), method(row[1])))
        .map(row -> new ApiKeyId((UUID) row[0]))
        .collect(Collectors.toSet());
  }

  private static SecondFactorMethod method(Object code) {
    return SecondFactorMethod.fromCode((String) code).orElseThrow();
  }
}
