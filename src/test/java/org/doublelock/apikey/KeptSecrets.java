package org.doublelock.apikey;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doublelock.signing.SigningSecret;

/** What a key's row keeps of its secrets, of which a call's key is made. */
record KeptSecrets(
    ApiKeyId key,
    String sealedSecret,
    Instant secretSince,
    Optional<String> previous,
    Instant previousUntil) {

  static KeptSecrets of(ApiKeyId key, EntityManager entities) {
    Object[] row =
        (Object[])
            entities
                .createQuery(
                    "select k.sealedSecret, coalesce(k.secretSince, k.createdAt),"
                        + " k.sealedPreviousSecret, k.previousSecretUntil"
                        + " from ApiKey k where k.id = :key")
                .setParameter("key", key.value())
                .getSingleResult();
    return new KeptSecrets(
        key,
        (String) row[0],
        (Instant) row[1],
        Optional.ofNullable((String) row[2]),
        (Instant) row[3]);
  }

  /** Those that sign then, the current one first. */
  List<SigningSecret> openedAt(Instant now, SigningSecrets secrets) {
    return Stream.concat(
            Stream.of(sealedSecret), previous.filter(text -> now.isBefore(previousUntil)).stream())
        .map(text -> secrets.open(key, text))
        .toList();
  }
}
