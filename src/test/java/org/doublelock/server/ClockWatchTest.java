package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockWatchTest {

  private static final Logger LOG = Logger.getLogger(ClockWatch.class.getName());

  private final List<String> warnings = new ArrayList<>();
  private final Handler noting =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel() == Level.WARNING) {
            warnings.add(new SimpleFormatter().formatMessage(entry));
          }
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
  void note_what_is_logged() {
    LOG.addHandler(noting);
  }

  @AfterEach
  void note_no_longer() {
    LOG.removeHandler(noting);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600, -42, 0, 42, 86_400})
  void it_tells_by_how_much_this_node_is_ahead(long seconds) {
    assertEquals(seconds, nodeAhead(seconds).secondsAhead(), 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {-45, -8, 8, 3600})
  void a_clock_that_is_seconds_off_is_said_to_be_so(long seconds) {
    nodeAhead(seconds).look();
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("the database's"), warnings.get(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {-2, 0, 2})
  void nothing_is_said_of_a_clock_that_is_right(long seconds) {
    nodeAhead(seconds).look();
    assertEquals(List.of(), warnings);
  }

  @Test
  void while_the_database_is_away_there_is_no_figure_and_no_warning() {
    JdbcDataSource away = new JdbcDataSource();
    away.setURL("jdbc:h2:mem:away;IFEXISTS=TRUE");
    ClockWatch watch = new ClockWatch(away, Clock.systemUTC());
    assertEquals(Double.NaN, watch.secondsAhead());
    watch.look();
    assertEquals(List.of(), warnings);
  }

  @Test
  void the_figure_does_not_depend_on_the_time_zone_of_the_database() throws SQLException {
    JdbcDataSource far = new JdbcDataSource();
    far.setURL("jdbc:h2:mem:far;TIME ZONE=Asia/Kathmandu");
    assertEquals(0, ClockOffset.measure(far, Clock.systemUTC()).seconds(), 2);
  }

  private static ClockWatch nodeAhead(long seconds) {
    return new ClockWatch(database(), Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds)));
  }

  private static DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:clock");
    return database;
  }
}
