package org.doublelock.metrics;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.doublelock.edge.OperatorCredential;

/**
 * {@code GET /operations/metrics} in the text format of Prometheus, for whoever shows the
 * operator's credential. To everyone else it is not there.
 */
@WebServlet("/operations/metrics")
public class MetricsPage extends HttpServlet {

  private static final long serialVersionUID = 1L;
  @Inject private transient CallMetrics calls;
  @Inject @Any private transient Instance<Gauge> gauges;

  @Inject private transient OperatorCredential credential;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!credential.isShownBy(request)) {
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
}
