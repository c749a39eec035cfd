package org.doublelock.server.listener;

import java.util.function.BooleanSupplier;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Puts the guard into each listener while it is made, before it listens, where the application and
 * its server are one process that starts both.
 */
public class GuardAtStart implements AddOn {

  /** A system property: that the application need not put a guard of its own into them. */
  static final String STANDS = GuardAtStart.class.getName();

  private final BooleanSupplier open;
  private final Traffic traffic = new Traffic();

  /**
   * @param open whether requests go on to the server; until then and afterwards they are answered
   *     503
   */
  public GuardAtStart(BooleanSupplier open) {
    this.open = open;
  }

  Traffic traffic() {
    return traffic;
  }

  @Override
  public void setup(NetworkListener none, FilterChainBuilder chain) {
    int codec = chain.indexOfType(HttpServerFilter.class);
    int handling = chain.indexOfType(org.glassfish.grizzly.http.server.HttpServerFilter.class);
    org.glassfish.grizzly.http.server.HttpServerFilter last =
        (org.glassfish.grizzly.http.server.HttpServerFilter) chain.get(handling);
    last.setHttpHandler(
        new AnsweredByAnApplication(last.getHttpHandler(), open, traffic, path -> true));
    ((HttpServerFilter) chain.get(codec)).getMonitoringConfig().addProbes(new ContinueAtOnce());
    chain.add(codec + 1, new OnlyHttp1());
    System.setProperty(STANDS, "true");
  }
}
