package org.doublelock.metrics;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.doublelock.edge.OperatorCredential;

/**
 * {@code GET /operations/metrics} in the text format of Prometheus, for whoever shows the
 * operator's credential. To everyone else it is not there.
 */
@WebServlet("/operations/metrics")
public class MetricsPage extends HttpServlet {

  private static final String BUILT = "/META-INF/maven/org.doublelock/doublelock/pom.properties";

  @Inject @Any private transient Instance<Measured> rooms;
  @Inject private transient OperatorCredential credential;
  private transient MetricsText text;

  /** At the first request, so that a start need not load the library. */
  @Override
  public void init() throws ServletException {
    text = new MetricsText(rooms, version());
  }

  private String version() throws ServletException {
    Properties built = new Properties();
    try (InputStream file = getServletContext().getResourceAsStream(BUILT)) {
      if (file != null) {
        built.load(file);
      }
    } catch (IOException unreadable) {
      throw new ServletException(unreadable);
    }
    return built.getProperty("version", "unknown");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!credential.isShownBy(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(MetricsText.TYPE);
    text.write(response.getOutputStream());
  }
}
