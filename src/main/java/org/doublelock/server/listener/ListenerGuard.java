package org.doublelock.server.listener;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.monitoring.MonitoringConfig;

/**
 * Stands in the server's listeners while the application is deployed: no request is answered 2xx
 * unless an application answered it, none leaves HTTP/1.1 on a connection without TLS, and whoever
 * asks whether to go on with a chunked body is told. A filter of the application comes too late for
 * any of it.
 */
public class ListenerGuard implements ServletContextListener {

  private static final Logger LOG = Logger.getLogger(ListenerGuard.class.getName());

  private final List<Runnable> undoing = new ArrayList<>();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (Boolean.getBoolean(GuardAtStart.STANDS)) {
      return;
    }
    String ours = event.getServletContext().getContextPath();
    try {
      GrizzlyListeners.ofApplications().forEach(listener -> guard(listener.getProcessor(), ours));
    } catch (ReflectiveOperationException | LinkageError anotherServer) {
      LOG.log(Level.SEVERE, "the server's own answers are not guarded", anotherServer);
    }
    if (undoing.isEmpty()) {
      LOG.severe("no listener was found to be guarded");
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    undoing.forEach(Runnable::run);
    undoing.clear();
  }

  private void guard(Processor<?> connections, String ours) {
    if (!(connections instanceof FilterChain chain)) {
      return;
    }
    int codec = chain.indexOfType(HttpServerFilter.class);
    int handling = chain.indexOfType(org.glassfish.grizzly.http.server.HttpServerFilter.class);
    if (codec < 0 || handling < 0) {
      return;
    }
    org.glassfish.grizzly.http.server.HttpServerFilter last =
        (org.glassfish.grizzly.http.server.HttpServerFilter) chain.get(handling);
    HttpHandler server = last.getHttpHandler();
    last.setHttpHandler(
        new AnsweredByAnApplication(server, () -> true, new Traffic(), ours::equals));
    undoing.add(() -> last.setHttpHandler(server));

    HttpProbe continuing = new ContinueAtOnce();
    MonitoringConfig<HttpProbe> monitoring =
        ((HttpServerFilter) chain.get(codec)).getMonitoringConfig();
    monitoring.addProbes(continuing);
    undoing.add(() -> monitoring.removeProbes(continuing));

    Filter http1 = new OnlyHttp1();
    chain.add(codec + 1, http1);
    undoing.add(() -> chain.remove(http1));
  }
}
