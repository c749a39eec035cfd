package org.doublelock.move;

import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** The database that data is moved to, and its schema. */
public interface Target {

  /** Its connections; what they wait for takes as long as it takes. */
  DataSource database();

  /** The versions of all migrations of this release. */
  Set<String> migrations() throws SQLException;

  /** Brings the schema to the last of them. */
  void migrate() throws SQLException;
}
