package org.doublelock.launch;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/**
 * Picks from what is logged the reason why a start fails, for the terminal: what the database said,
 * if it said no and has not answered since, else what our own code or the innermost cause of the
 * first failure says. Public, since the logging of the JDK makes it.
 */
public final class StartReason extends Handler {

  static final String NAME = StartReason.class.getName();

  /** It logs why the database cannot be reached, and without an error that it answers. */
  static final String ABOUT_DATABASE = "org.doublelock.server.StartPatience";

  private static final String OURS = "org.doublelock.";

  private static final AtomicReference<String> OF_DATABASE = new AtomicReference<>();
  private static final AtomicReference<String> OF_APPLICATION = new AtomicReference<>();

  /**
   * Said without the database. The end of the application breaks connections, which is no reason.
   */
  private static final AtomicReference<String> OF_OURS = new AtomicReference<>();

  /** Empty when nothing was logged that could be it. */
  static Optional<String> found() {
    return Optional.ofNullable(OF_OURS.get())
        .or(() -> Optional.ofNullable(OF_DATABASE.get()))
        .or(() -> Optional.ofNullable(OF_APPLICATION.get()));
  }

  /** The same as a sentence, for others to follow it. */
  static Optional<String> sentence() {
    return found().map(said -> said.matches("(?s).*[.!?]\\s*") ? said.strip() : said.strip() + ".");
  }

  /** Begins anew, for tests: a process starts once. */
  static void forget() {
    OF_DATABASE.set(null);
    OF_APPLICATION.set(null);
    OF_OURS.set(null);
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getThrown() == null && ABOUT_DATABASE.equals(line.getLoggerName())) {
      OF_DATABASE.set(null);
    }
    if (line.getThrown() == null || line.getLevel().intValue() < Level.WARNING.intValue()) {
      return;
    }
    causes(line.getThrown())
        .filter(SQLException.class::isInstance)
        .findFirst()
        .ifPresent(said -> OF_DATABASE.compareAndSet(null, said.getMessage()));
    if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
      reason(line.getThrown()).ifPresent(said -> OF_APPLICATION.compareAndSet(null, said));
      if (ours(line.getThrown()).isPresent()
          && causes(line.getThrown()).noneMatch(SQLException.class::isInstance)) {
        reason(line.getThrown()).ifPresent(said -> OF_OURS.compareAndSet(null, said));
      }
    }
  }

  /** Ours names the setting or the file; the innermost may say what is wrong with it. */
  private static Optional<String> reason(Throwable failure) {
    Optional<String> ours = ours(failure);
    Optional<String> innermost =
        causes(failure)
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .reduce((outer, inner) -> inner);
    return ours.map(
            said ->
                innermost
                    .filter(each -> !said.contains(each))
                    .map(each -> said + ": " + each)
                    .orElse(said))
        .or(() -> innermost);
  }

  private static Optional<String> ours(Throwable failure) {
    return causes(failure).filter(StartReason::isOurs).map(Throwable::getMessage).findFirst();
  }

  private static boolean isOurs(Throwable failure) {
    StackTraceElement[] from = failure.getStackTrace();
    return failure.getMessage() != null
        && from.length > 0
        && from[0].getClassName().startsWith(OURS);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    // nothing is open
  }
}
