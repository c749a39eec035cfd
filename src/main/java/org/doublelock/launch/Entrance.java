package org.doublelock.launch;

import java.lang.reflect.Type;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Whether the listener lets requests on to the server. Before the application is deployed, and
 * while it is taken away, the server itself would answer them, with its name or with status 200.
 */
final class Entrance implements BooleanSupplier {

  private static final String GUARD = "org.doublelock.server.listener.GuardAtStart";

  private static final int BEFORE_ITS_OWN = 1;

  /** The listener is made with an addition of this name; that of the server's is not used here. */
  static final String ADDITION = "comet";

  private volatile boolean open;

  @Override
  public boolean getAsBoolean() {
    return open;
  }

  void open() {
    open = true;
  }

  void close() {
    open = false;
  }

  /**
   * Has listeners that are made from now on ask this.
   *
   * @param server the loader of the server's classes
   * @param application where the application is unpacked, of which the guard is a class
   */
  void guard(ClassLoader server, Path application) {
    try {
      URL classes = application.resolve("WEB-INF/classes").toUri().toURL();
      // used until the process ends
      @SuppressWarnings("resource")
      ClassLoader both = new URLClassLoader(new URL[] {classes}, server);
      Object guard = both.loadClass(GUARD).getConstructor(BooleanSupplier.class).newInstance(this);
      Class<?> locatorType = server.loadClass("org.glassfish.hk2.api.ServiceLocator");
      Object services =
          server
              .loadClass("org.glassfish.internal.api.Globals")
              .getMethod("getDefaultHabitat")
              .invoke(null);
      Object addition =
          server
              .loadClass("org.glassfish.hk2.utilities.BuilderHelper")
              .getMethod("createConstantDescriptor", Object.class, String.class, Type[].class)
              .invoke(
                  null,
                  guard,
                  ADDITION,
                  new Type[] {server.loadClass("org.glassfish.grizzly.http.server.AddOn")});
      Class<?> descriptorType = server.loadClass("org.glassfish.hk2.api.Descriptor");
      addition.getClass().getMethod("setRanking", int.class).invoke(addition, BEFORE_ITS_OWN);
      server
          .loadClass("org.glassfish.hk2.utilities.ServiceLocatorUtilities")
          .getMethod("addOneDescriptor", locatorType, descriptorType)
          .invoke(null, services, addition);
    } catch (ReflectiveOperationException | MalformedURLException anotherServer) {
      throw new IllegalStateException("the server's listener cannot be guarded", anotherServer);
    }
  }
}
