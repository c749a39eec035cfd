package org.doublelock.web.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The forms that this node is answering, and for a minute what it answered, by fingerprint. A
 * second click comes within that time, and what was shown is not to lie about for longer.
 */
@ApplicationScoped
public class SentForms {

  static final Duration KEPT_FOR = Duration.ofMinutes(1);
  private static final int MAX = 500;

  private final Cache<String, CompletableFuture<Optional<KeptAnswer>>> answers =
      Caffeine.newBuilder().maximumSize(MAX).expireAfterWrite(KEPT_FOR).build();

  /** By open session the last form that was carried out. */
  private final Cache<String, String> lastDone =
      Caffeine.newBuilder().maximumSize(MAX).expireAfterWrite(KEPT_FOR).build();

  /** The forms that may be sent again though their claim of that time still stands. */
  private final Cache<String, Instant> unreleased = Caffeine.newBuilder().maximumSize(MAX).build();

  /**
   * The answer to wait for; empty when the form is new, and the caller is to give the answer. What
   * another form of the session did is forgotten then: it may have been undone, and what it showed
   * may be dead.
   *
   * @param session empty when nobody is signed in
   */
  Optional<CompletableFuture<Optional<KeptAnswer>>> begin(
      Optional<String> session, String fingerprint, CompletableFuture<Optional<KeptAnswer>> own) {
    CompletableFuture<Optional<KeptAnswer>> first = answers.asMap().putIfAbsent(fingerprint, own);
    if (first == null) {
      session.map(lastDone::getIfPresent).ifPresent(answers::invalidate);
    }
    return Optional.ofNullable(first);
  }

  /**
   * Gives the answer to all who wait, and keeps it where somebody is signed in.
   *
   * @param answer empty when nothing was made, so that the form may be tried again
   */
  void end(
      Optional<String> session,
      String fingerprint,
      CompletableFuture<Optional<KeptAnswer>> own,
      Optional<KeptAnswer> answer) {
    if (answer.isEmpty() || session.isEmpty()) {
      answers.asMap().remove(fingerprint, own);
    } else {
      lastDone.put(session.get(), fingerprint);
    }
    own.complete(answer);
  }

  /** Notes that the database could not be told that the form may be sent again. */
  void keepUnreleased(String fingerprint, Instant claimed) {
    unreleased.put(fingerprint, claimed);
  }

  /** When the form was claimed of which that was noted. */
  Optional<Instant> unreleased(String fingerprint) {
    return Optional.ofNullable(unreleased.getIfPresent(fingerprint));
  }

  /** Notes that it was told. */
  void released(String fingerprint) {
    unreleased.invalidate(fingerprint);
  }
}
