package org.doublelock.metrics;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code GET /operations/metrics} in the text format of Prometheus, for whoever shows {@code
 * doublelock.metrics.credential} as a bearer token. To everyone else it is not there.
 */
@WebServlet("/operations/metrics")
public class MetricsPage extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  @Inject private transient CallMetrics calls;
  @Inject @Any private transient Instance<Gauge> gauges;

  @Inject
  @ConfigProperty(name = "doublelock.metrics.credential")
  private transient Optional<String> credential;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isWelcome(request.getHeader("Authorization"))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    StringBuilder out = new StringBuilder();
    calls.write(out);
    gauges.forEach(gauge -> write(gauge, out));
    Runtime machine = Runtime.getRuntime();
    out.append("# TYPE doublelock_memory_used_bytes gauge\n");
    out.append("doublelock_memory_used_bytes ")
        .append(machine.totalMemory() - machine.freeMemory())
        .append('\n');
    response.setContentType("text/plain; version=0.0.4");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(out.toString());
  }

  private static void write(Gauge gauge, StringBuilder out) {
    out.append("# HELP ").append(gauge.name()).append(' ').append(gauge.help()).append('\n');
    out.append("# TYPE ").append(gauge.name()).append(" gauge\n");
    out.append(gauge.name()).append(' ').append(gauge.value()).append('\n');
  }

  private boolean isWelcome(String authorization) {
    return credential.isPresent()
        && authorization != null
        && MessageDigest.isEqual(
            (BEARER + credential.get()).getBytes(StandardCharsets.UTF_8),
            authorization.getBytes(StandardCharsets.UTF_8));
  }
}
