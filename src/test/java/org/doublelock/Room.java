package org.doublelock;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A room of the house: a package with all that is below it.
 *
 * @param name such as {@code account}, or {@code account.session} for one inside another
 */
record Room(String name) {

  /** Of all rooms. They stand with their feature. */
  static final String PAGES = "org.doublelock.*..web..";

  static Room room(String name) {
    return new Room(name);
  }

  /** The room's own code, its pages aside, uses itself, these rooms and what is no room. */
  ArchRule mayUse(String... others) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(others))
            .map(this::opened)
            .toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage("org.doublelock." + name + ".."))
        .and(resideOutsideOfPackages("org.doublelock." + name + "..web.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.doublelock..").and(resideOutsideOfPackages(allowed)));
  }

  /** Of the room that this one is inside of what it holds itself; of others all. */
  private String opened(String room) {
    return "org.doublelock." + room + (name.startsWith(room + ".") ? "" : "..");
  }
}
