package org.doublelock.apikey;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.doublelock.account.AccountId;
import org.doublelock.edge.TypedText;
import org.hibernate.exception.ConstraintViolationException;

/** What an account's keys are called: none as another, nor so that it looks like it. */
record DescriptionsInUse(EntityManager entities) {

  void requireUnlike(AccountId owner, ApiKeyId itself, Description description)
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

  /** Writes the keys that changed; the database's own rule is told as the one above is. */
  void flush() throws DescriptionTaken {
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      if (isTaken(refused)) {
        throw new DescriptionTaken();
      }
      throw refused;
    }
  }

  private static boolean isTaken(Throwable refused) {
    return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
        .filter(ConstraintViolationException.class::isInstance)
        .map(cause -> ((ConstraintViolationException) cause).getConstraintName())
        .filter(Objects::nonNull)
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("api_key_description"));
  }
}
