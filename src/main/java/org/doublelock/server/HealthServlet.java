package org.doublelock.server;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code /health} and under it {@code started}, {@code live} and {@code ready}, in the format of
 * MicroProfile Health 4.0, for servers that have none: only their {@code web.xml} maps it.
 */
public class HealthServlet extends HttpServlet {

  @Inject private transient DatabaseReach database;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    List<String> checks =
        path == null || path.equals("/")
            ? List.of("started", "live", "ready")
            : List.of(path.substring(1));
    if (!List.of("started", "live", "ready").containsAll(checks)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean up = !checks.contains("ready") || database.isThere();
    JsonArrayBuilder answers = Json.createArrayBuilder();
    checks.forEach(check -> answers.add(check(check, up || !check.equals("ready"))));
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .print(Json.createObjectBuilder().add("status", word(up)).add("checks", answers).build());
  }

  private static JsonObject check(String name, boolean up) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("status", word(up))
        .add("data", Json.createObjectBuilder())
        .build();
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
