package org.doublelock.verification;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doublelock.apikey.ApiKeyId;

/** The parameters of a statement, in the order of its question marks. */
final class Parameters {

  private final PreparedStatement statement;
  private final List<Object> values = new ArrayList<>();

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  Parameters add(ApiKeyId key) {
    values.add(key.value());
    return this;
  }

  Parameters add(long value) {
    values.add(value);
    return this;
  }

  Parameters add(BigDecimal value) {
    values.add(value);
    return this;
  }

  void fill() throws SQLException {
    for (int index = 0; index < values.size(); index++) {
      statement.setObject(index + 1, values.get(index));
    }
  }
}
