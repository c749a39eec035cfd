package org.doublelock.server.listener;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.filterchain.FilterChain;

/**
 * Finds the listeners of the server that this runs in. By reflection, since the classes that keep
 * them are published for no build.
 */
final class GrizzlyListeners {

  private static final String ADMINISTRATION = "admin-listener";

  private GrizzlyListeners() {}

  /** What each listener has a connection go through, but for the one of the administration. */
  static Set<FilterChain> ofApplications() throws ReflectiveOperationException {
    Class<?> listenerType = server("org.glassfish.grizzly.config.dom.NetworkListener");
    Class<?> serviceType = server("com.sun.enterprise.v3.services.impl.GrizzlyService");
    Class<?> locatorType = server("org.glassfish.hk2.api.ServiceLocator");
    Object services =
        server("org.glassfish.internal.api.Globals").getMethod("getDefaultHabitat").invoke(null);
    Annotation[] any = {};
    Object grizzly =
        locatorType
            .getMethod("getService", Class.class, Annotation[].class)
            .invoke(services, serviceType, any);
    Collection<?> listeners =
        (Collection<?>)
            locatorType
                .getMethod("getAllServices", Class.class, Annotation[].class)
                .invoke(services, listenerType, any);
    Set<FilterChain> chains = new LinkedHashSet<>();
    for (Object listener : listeners) {
      if (!ADMINISTRATION.equals(listenerType.getMethod("getName").invoke(listener))) {
        Object proxy =
            serviceType.getMethod("lookupNetworkProxy", listenerType).invoke(grizzly, listener);
        if (chainOf(proxy) instanceof FilterChain chain) {
          chains.add(chain);
        }
      }
    }
    return chains;
  }

  /** None of a listener that is configured and does not listen. */
  private static Processor<?> chainOf(Object proxy) throws ReflectiveOperationException {
    if (proxy == null) {
      return null;
    }
    Object listener = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
    Transport transport =
        (Transport) listener.getClass().getMethod("getTransport").invoke(listener);
    return transport.getProcessor();
  }

  private static Class<?> server(String name) throws ClassNotFoundException {
    return Class.forName(name, true, GrizzlyListeners.class.getClassLoader());
  }
}
