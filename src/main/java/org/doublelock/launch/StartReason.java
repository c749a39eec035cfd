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
 * if it said no, else the innermost cause of the first failure. Public, since the logging of the
 * JDK makes it.
 */
public final class StartReason extends Handler {

  static final String NAME = StartReason.class.getName();

  private static final AtomicReference<String> OF_DATABASE = new AtomicReference<>();
  private static final AtomicReference<String> OF_APPLICATION = new AtomicReference<>();

  /** Empty when nothing was logged that could be it. */
  static Optional<String> found() {
    return Optional.ofNullable(OF_DATABASE.get())
        .or(() -> Optional.ofNullable(OF_APPLICATION.get()));
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getThrown() == null || line.getLevel().intValue() < Level.WARNING.intValue()) {
      return;
    }
    causes(line.getThrown())
        .filter(SQLException.class::isInstance)
        .findFirst()
        .ifPresent(said -> OF_DATABASE.compareAndSet(null, said.getMessage()));
    if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
      causes(line.getThrown())
          .map(Throwable::getMessage)
          .filter(Objects::nonNull)
          .reduce((outer, inner) -> inner)
          .ifPresent(said -> OF_APPLICATION.compareAndSet(null, said));
    }
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
