package org.doublelock.verification;

import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.doublelock.vault.HashingBusy;

/**
 * The database, or a slow hash, is not to be had. The caller cannot be told what was decided; no
 * call is performed, though its nonce may be spent.
 */
@jakarta.ejb.ApplicationException
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Classes of SQL states: a lost connection, a transaction rolled back for another's sake, too few
   * resources, a lock not had in time, and an operator who stopped the server or a statement.
   */
  private static final Set<String> OUTAGES = Set.of("08", "40", "53", "55", "57");

  Unavailable(Throwable cause) {
    super(
        cause instanceof HashingBusy ? cause.getMessage() : "the database cannot be reached",
        cause);
  }

  /**
   * Whether what failed failed for want of a database, and may well succeed when it is back. It may
   * have been committed all the same.
   */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SystemException
                    || cause instanceof SQLException refused && isOutage(refused));
  }

  private static boolean isOutage(SQLException refused) {
    String state = refused.getSQLState();
    return state == null || state.length() == 5 && OUTAGES.contains(state.substring(0, 2));
  }
}
