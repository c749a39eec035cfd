package org.doublelock.benchmark.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A form post that updates one row through the application's own pool, and commits. */
@Path("row")
@ApplicationScoped
public class RowResource {

  private static final String UPDATE = "update benchmark_row set value = ? where id = ?";

  @Resource(lookup = "java:app/jdbc/doublelock")
  private DataSource database;

  @POST
  @Produces("application/json")
  public String post(String form) throws SQLException {
    long nonce = Long.parseLong(EmptyResource.field(form, "nonce"));
    int row = Integer.parseInt(EmptyResource.field(form, "row"));
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setLong(1, nonce);
      update.setInt(2, row);
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException("there is no row " + row);
      }
      return EmptyResource.ANSWER;
    }
  }
}
