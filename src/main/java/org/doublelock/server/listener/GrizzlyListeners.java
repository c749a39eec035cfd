package org.doublelock.server.listener;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.glassfish.grizzly.Transport;

/**
 * Finds the listeners of the server that this runs in. By reflection, since the classes that keep
 * them are published for no build.
 */
final class GrizzlyListeners {

  private static final String ADMINISTRATION = "admin-listener";

  private GrizzlyListeners() {}

  /** Each listener that listens, but for the one of the administration. */
  static Set<Transport> ofApplications() throws ReflectiveOperationException {
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
    Set<Transport> found = new LinkedHashSet<>();
    for (Object listener : listeners) {
      if (!ADMINISTRATION.equals(listenerType.getMethod("getName").invoke(listener))) {
        Object proxy =
            serviceType.getMethod("lookupNetworkProxy", listenerType).invoke(grizzly, listener);
        if (transportOf(proxy) instanceof Transport transport) {
          found.add(transport);
        }
      }
    }
    return found;
  }

  /** None of a listener that is configured and does not listen. */
  private static Object transportOf(Object proxy) throws ReflectiveOperationException {
    if (proxy == null) {
      return null;
    }
    Object listener = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
    return listener.getClass().getMethod("getTransport").invoke(listener);
  }

  private static Class<?> server(String name) throws ClassNotFoundException {
    return Class.forName(name, true, GrizzlyListeners.class.getClassLoader());
  }
}
