package org.doublelock.metrics;

import java.util.List;
import org.doublelock.edge.Coded;

/** Parts of the application by their paths, few enough to be counted apart. */
enum Area implements Coded {
  API("/0"),
  AUTHZ("/authz"),
  STATIC("/static"),
  OPERATIONS("/operations", "/health"),
  PAGES;

  private static final List<Area> ALL = List.of(values());

  private final List<String> roots;

  Area(String... roots) {
    this.roots = List.of(roots);
  }

  /** What is nowhere else is a page, also where there is none. */
  static Area of(String path) {
    for (Area area : ALL) {
      for (String root : area.roots) {
        if (path.startsWith(root)
            && (path.length() == root.length() || path.charAt(root.length()) == '/')) {
          return area;
        }
      }
    }
    return PAGES;
  }
}
