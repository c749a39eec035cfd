package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** What the terminal says about a start that failed. */
class StartReasonTest {

  private final StartReason reason = new StartReason();

  @Test
  void is_the_innermost_of_the_first_failure_and_rather_what_the_database_said() {
    log(Level.INFO, new IllegalStateException("of no matter"));
    log(Level.SEVERE, null);
    assertEquals(Optional.empty(), StartReason.found());
    log(Level.SEVERE, new RuntimeException("outer", new IllegalArgumentException("inner")));
    log(Level.SEVERE, new RuntimeException("what followed from it"));
    assertEquals(Optional.of("inner"), StartReason.found());
    log(
        Level.WARNING,
        new RuntimeException("wrapped", new SQLException("refused", new Exception("deeper"))));
    log(Level.WARNING, new SQLException("refused again"));
    assertEquals(Optional.of("refused"), StartReason.found());
  }

  private void log(Level level, Throwable thrown) {
    LogRecord line = new LogRecord(level, "a message");
    line.setThrown(thrown);
    reason.publish(line);
  }
}
