package org.doublelock.edge;

import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A database that is not to be had, lost or busy: what failed for want of it may well succeed when
 * it is back. Told from faults here and nowhere else, so that pages and programs are told alike.
 */
public final class DatabaseOutage {

  /**
   * Classes of SQL states: a lost connection, a transaction rolled back for another's sake, too few
   * resources, a lock not had in time, an operator who stopped the server or a statement, and a
   * disk that fails.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

  /** One that only reads, as a primary that was replaced does, and an end for having been idle. */
  private static final Set<String> STATES = Set.of("25006", "25P03");

  /** What H2 says of a lock not had in time. */
  private static final String H2_LOCKED = "HYT00";

  /** PostgreSQL: no lock in time, too slow a statement. H2: no lock in time. */
  private static final Set<String> ROLLED_BACK = Set.of("55P03", "57014", H2_LOCKED);

  private DatabaseOutage() {}

  /**
   * Whether that is what is behind a failure; also where a transaction could not be ended, of which
   * servers tell no more. It may have been committed all the same.
   */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SystemException
                    || cause instanceof SQLException refused && isOne(refused.getSQLState()));
  }

  /** A deadlock, a lock not had in time, a statement ended for taking too long. */
  public static boolean isRolledBack(SQLException failed) {
    String state = Objects.requireNonNullElse(failed.getSQLState(), "");
    return state.startsWith("40") || ROLLED_BACK.contains(state);
  }

  private static boolean isOne(String state) {
    return state == null
        || state.equals(H2_LOCKED)
        || STATES.contains(state)
        || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
  }
}
