package org.doublelock.move;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What drivers say of a row stays out of what is told. */
class MoveFailureTest {

  @Test
  void a_batch_tells_what_the_database_said_and_not_the_row() {
    BatchUpdateException batch =
        new BatchUpdateException("Batch entry 0 insert … values ('s3cret') was aborted", null);
    batch.setNextException(
        new SQLException("ERROR: null value in column \"x\"\n  Detail: Failing row (s3cret)."));
    assertEquals("ERROR: null value in column \"x\"", MoveFailure.reason(batch));
  }

  @Test
  void a_statement_is_not_told() {
    assertEquals(
        "Table \"X\" not found",
        MoveFailure.reason(new SQLException("Table \"X\" not found; SQL statement:\nselect 1")));
    assertEquals("null", MoveFailure.reason(new SQLException()));
  }
}
