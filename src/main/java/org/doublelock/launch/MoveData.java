package org.doublelock.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * {@code java -jar doublelock.jar move-data}: has the application's own classes move the data, in
 * this process and without a server.
 *
 * @param out where each step is told
 * @param err where it is said why it ends
 */
record MoveData(Words words, PrintStream out, PrintStream err) {

  static final String NAME = "move-data";

  private static final String COMMAND = "org.doublelock.server.MoveCommand";

  /**
   * Runs it.
   *
   * @return whether everything was moved and found equal
   */
  boolean run(Configuration configuration) {
    RuntimeDirectory directory = null;
    try {
      directory = RuntimeDirectory.create();
      Runtime.getRuntime().addShutdownHook(new Thread(directory::remove));
      Path application = directory.path().resolve("application");
      CarriedApplication.unpack(application);
      try (URLClassLoader classes = CarriedApplication.classes(application)) {
        Thread.currentThread().setContextClassLoader(classes);
        return run(classes, configuration::find);
      }
    } catch (IOException | ReflectiveOperationException failed) {
      Throwable reason = failed instanceof InvocationTargetException ? failed.getCause() : failed;
      err.println(words.say("launch.move.unexpected", reason));
      return false;
    } finally {
      if (directory != null) {
        directory.remove();
      }
    }
  }

  private boolean run(ClassLoader classes, Function<String, Optional<String>> settings)
      throws ReflectiveOperationException {
    BiConsumer<String, Object[]> said = (key, values) -> out.println(words.say(key, values));
    BiConsumer<String, Object[]> failed = (key, values) -> err.println(words.say(key, values));
    return (boolean)
        classes
            .loadClass(COMMAND)
            .getMethod("run", Function.class, BiConsumer.class, BiConsumer.class)
            .invoke(null, settings, said, failed);
  }
}
