package org.doublelock.move;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** Why data was not moved, in words for the person who asked for it. */
public final class MoveFailure extends Exception {

  private final String key;
  private final transient Object[] values;

  /**
   * @param key which text says it, a key of the launcher's messages
   * @param values the text's arguments, in their order; never a secret
   */
  public MoveFailure(String key, Object... values) {
    super(key);
    this.key = key;
    this.values = values;
  }

  /** Says it. */
  public void tell(Report report) {
    report.say(key, values);
  }

  /**
   * What a database said, in one line and without the values of a row, which drivers add.
   *
   * @param said as the driver threw it
   */
  public static String reason(SQLException said) {
    SQLException cause =
        said instanceof BatchUpdateException && said.getNextException() != null
            ? said.getNextException()
            : said;
    return String.valueOf(cause.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("; SQL statement:.*", "");
  }
}
