package org.doublelock.server;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.edge.OperatorCredential;

/**
 * {@code /operations/keyset}, for the operator's credential: POST rotates the keyset, GET tells how
 * sealing anew goes on. To everyone else it is not there.
 */
@WebServlet("/operations/keyset")
public class KeysetPage extends HttpServlet {

  private static final Logger LOG = Logger.getLogger(KeysetPage.class.getName());

  @Inject private transient OperatorCredential credential;
  @Inject private transient KeysetUpkeep upkeep;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!credential.isShownBy(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    tell(response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!credential.isShownBy(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      upkeep.rotate();
    } catch (RuntimeException refused) {
      LOG.log(Level.WARNING, "the keyset was not rotated", refused);
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      write(response, Json.createObjectBuilder().add("error", "see the log").build().toString());
      return;
    }
    upkeep.resealSoon();
    response.setStatus(HttpServletResponse.SC_ACCEPTED);
    tell(response);
  }

  private void tell(HttpServletResponse response) throws IOException {
    try {
      KeysetUpkeep.Progress progress = upkeep.progress();
      write(
          response,
          Json.createObjectBuilder()
              .add("keys", progress.keys())
              .add("left", progress.left())
              .add("running", progress.running())
              .build()
              .toString());
    } catch (SQLException away) {
      LOG.log(Level.WARNING, "the database cannot be reached", away);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private static void write(HttpServletResponse response, String json) throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json);
  }
}
