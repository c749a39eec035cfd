package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the terminal says about a start that failed. */
class StartReasonTest {

  private final StartReason reason = new StartReason();

  @BeforeEach
  void forget() {
    StartReason.forget();
  }

  @Test
  void is_the_innermost_of_the_first_failure_and_rather_what_the_database_said() {
    log(Level.INFO, new IllegalStateException("of no matter"));
    log(Level.SEVERE, null);
    assertEquals(Optional.empty(), StartReason.found());
    log(Level.SEVERE, theirs(new RuntimeException("outer", new IllegalArgumentException("inner"))));
    log(Level.SEVERE, theirs(new RuntimeException("what followed from it")));
    assertEquals(Optional.of("inner"), StartReason.found());
    log(
        Level.WARNING,
        new RuntimeException("wrapped", new SQLException("refused", new Exception("deeper"))));
    log(Level.WARNING, new SQLException("refused again"));
    assertEquals(Optional.of("refused"), StartReason.found());
  }

  @Test
  void is_no_longer_the_database_once_that_answered() throws ClassNotFoundException {
    Class.forName(StartReason.ABOUT_DATABASE);
    log(Level.WARNING, new SQLException("not there yet"));
    assertEquals(Optional.of("not there yet"), StartReason.found());
    LogRecord answered = new LogRecord(Level.INFO, "the database answers");
    answered.setLoggerName(StartReason.ABOUT_DATABASE);
    reason.publish(answered);
    assertEquals(Optional.empty(), StartReason.found());
    log(Level.SEVERE, new IllegalStateException("the other node is silent"));
    assertEquals(Optional.of("the other node is silent"), StartReason.found());
  }

  @Test
  void ends_as_a_sentence_does_before_another_follows() {
    assertEquals(Optional.empty(), StartReason.sentence());
    log(Level.SEVERE, new IllegalStateException("the key is another installation's"));
    assertEquals(Optional.of("the key is another installation's."), StartReason.sentence());
    StartReason.forget();
    log(Level.SEVERE, new IllegalStateException("It refused.\n"));
    assertEquals(Optional.of("It refused."), StartReason.sentence());
  }

  @Test
  void names_what_our_own_code_knows_and_what_it_was_told() {
    RuntimeException garbled = new IllegalArgumentException("no JSON");
    log(
        Level.SEVERE,
        theirs(
            new RuntimeException(
                "of the server",
                new IllegalStateException("the keyset file x holds no keyset", theirs(garbled)))));
    assertEquals(Optional.of("the keyset file x holds no keyset: no JSON"), StartReason.found());
  }

  @Test
  void is_not_a_connection_that_the_end_of_the_application_broke() {
    log(Level.WARNING, new SQLException("no such pool"));
    log(Level.SEVERE, new IllegalStateException("the keyset is older than the database"));
    log(Level.WARNING, new SQLException("session closed"));
    assertEquals(Optional.of("the keyset is older than the database"), StartReason.found());
  }

  /** As if a library had thrown it, and whatever is behind it. */
  private static <T extends Throwable> T theirs(T failure) {
    StackTraceElement[] library = {new StackTraceElement("com.example.Library", "call", null, 1)};
    failure.setStackTrace(library);
    if (failure.getCause() != null && !failure.getCause().getMessage().contains("keyset")) {
      failure.getCause().setStackTrace(library);
    }
    return failure;
  }

  private void log(Level level, Throwable thrown) {
    LogRecord line = new LogRecord(level, "a message");
    line.setThrown(thrown);
    reason.publish(line);
  }
}
