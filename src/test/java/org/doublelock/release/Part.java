package org.doublelock.release;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A library, as far as what lies in a jar tells of it.
 *
 * @param location its file, with those that hold it before it; for one that was merged into
 *     another's file that other one's
 * @param sha256 of its file, in hex; empty for one that was merged
 * @param coordinates empty where nothing names them
 * @param name of the file where nothing names the library
 * @param version empty where nothing tells it
 * @param licences as they are told: names, or addresses of texts
 * @param inside what its file holds besides
 */
record Part(
    String location,
    Optional<String> sha256,
    Optional<Coordinates> coordinates,
    String name,
    Optional<String> version,
    List<String> licences,
    List<Part> inside) {

  /** Where a library is found in a Maven repository. */
  record Coordinates(String group, String artifact, String version) {

    /** The package URL, by which lists of known holes are searched. */
    String purl() {
      return "pkg:maven/" + group + "/" + artifact + "@" + version.replace("+", "%2B");
    }
  }

  /** This and all that it holds, at any depth. */
  Stream<Part> all() {
    return Stream.concat(Stream.of(this), inside.stream().flatMap(Part::all));
  }
}
