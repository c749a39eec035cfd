package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A server may look for the class first, by the most literal of their paths, and never go back to
 * another (Jakarta REST 3.1, section 3.7.2): WildFly's does, Payara's and GlassFish's do not.
 */
class PagePathsTest {

  /** One of a class's pages, with what a request for it is sent to. */
  private record Page(Class<?> owner, String path) {}

  private static final List<Class<?>> CLASSES =
      new PagesApplication()
          .getClasses().stream().filter(one -> one.isAnnotationPresent(Path.class)).toList();

  @Test
  void no_page_is_hidden_by_another_class_whose_path_it_begins_with() {
    List<Page> pages = CLASSES.stream().flatMap(PagePathsTest::pagesOf).toList();
    assertFalse(pages.isEmpty());
    for (Page page : pages) {
      int own = literals(page.owner());
      assertEquals(
          List.of(),
          CLASSES.stream()
              .filter(other -> literals(other) > own)
              .filter(other -> beginsWith(page.path(), path(other)))
              .toList(),
          page.toString());
    }
  }

  private static Stream<Page> pagesOf(Class<?> owner) {
    return Arrays.stream(owner.getMethods())
        .filter(PagePathsTest::answersRequests)
        .map(method -> method.getAnnotation(Path.class))
        .map(below -> path(owner) + (below == null ? "" : slashed(below.value())))
        .map(path -> new Page(owner, path));
  }

  private static boolean answersRequests(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static boolean beginsWith(String page, String path) {
    String[] parts = page.split("/");
    String[] sought = path.split("/");
    for (int part = 0; part < sought.length; part++) {
      boolean anything = sought[part].startsWith("{");
      if (part == parts.length || !anything && !sought[part].equals(parts[part])) {
        return false;
      }
    }
    return true;
  }

  private static int literals(Class<?> owner) {
    return path(owner).replaceAll("\\{[^}]*}", "").length();
  }

  private static String path(Class<?> owner) {
    return slashed(owner.getAnnotation(Path.class).value());
  }

  /** With a slash before it and none behind. */
  private static String slashed(String path) {
    return ("/" + path).replaceAll("/+", "/").replaceAll("/$", "");
  }
}
