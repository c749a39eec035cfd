package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What unauthenticated callers can have written into the log. */
class ProviderLogTest extends AskedProvider {

  private static final String FORGED = "a\r\nSEVERE: forged\u0007";

  private final List<String> written = new CopyOnWriteArrayList<>();
  private final Logger log = Logger.getLogger(IdentityProvider.class.getName());
  private final Handler reader =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          written.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  @BeforeEach
  void listen() {
    log.addHandler(reader);
  }

  @AfterEach
  void listenNoMore() {
    log.removeHandler(reader);
  }

  @Test
  void an_entry_is_one_short_line_and_there_are_only_so_many() {
    ProviderLog tried = new ProviderLog();
    for (int times = 0; times < 3 * ProviderLog.MAX_IN_A_MINUTE; times++) {
      tried.warn(FORGED + "x".repeat(5_000));
    }
    assertEquals(ProviderLog.MAX_IN_A_MINUTE, written.size());
    for (String line : written) {
      assertTrue(line.length() < 2 * ProviderLog.LONGEST, line);
      assertTrue(line.matches("[ -~]+"), line);
    }
  }

  @Test
  void an_answer_chooses_no_words_of_it() {
    Departure departure = begin(asked, false);
    String state = departure.begun().state();
    complete(departure, new ProviderAnswer("code", state, FORGED, null));
    complete(departure, new ProviderAnswer(null, state, null, FORGED));
    complete(departure, new ProviderAnswer(null, state, null, "access_denied"));
    assertEquals(3, written.size());
    assertFalse(String.join("", written).contains("forged"));
    assertTrue(written.get(2).endsWith("access_denied"), written.get(2));
  }
}
