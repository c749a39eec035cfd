package org.doublelock.web.message;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.apikey.Permissions;
import org.doublelock.web.look.AppName;
import org.doublelock.web.look.Themes;

/** The messages that are deployed, read from where the build takes them. */
public final class WordsOfTheBuild {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final String DEPLOYED = "/WEB-INF/classes/";

  private WordsOfTheBuild() {}

  public static DeployedMessages messages() {
    ServletContext application =
        (ServletContext)
            Proxy.newProxyInstance(
                WordsOfTheBuild.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                  Path path =
                      RESOURCES.resolve(((String) arguments[0]).substring(DEPLOYED.length()));
                  return switch (method.getName()) {
                    case "getResourcePaths" -> list(path);
                    case "getResourceAsStream" -> Files.newInputStream(path);
                    default -> throw new UnsupportedOperationException(method.getName());
                  };
                });
    return new DeployedMessages(application, new Permissions(List.of()));
  }

  /** What an installation calls itself that has no theme of its own. */
  public static AppName appName() {
    return new AppName(messages(), new Themes(Optional.empty(), Optional.empty()));
  }

  private static Set<String> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> DEPLOYED + RESOURCES.relativize(file))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
