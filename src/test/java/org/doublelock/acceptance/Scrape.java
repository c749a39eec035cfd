package org.doublelock.acceptance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The metrics of a node as a program of the operator's reads them.
 *
 * @param samples the figures in the order of the text
 */
record Scrape(String text, List<Sample> samples) {

  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  record Sample(String name, Map<String, String> labels, double value) {}

  static HttpResponse<String> answer(URI base, String credential) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(base.resolve("operations/metrics"))
            .header("Authorization", "Bearer " + credential)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static Scrape of(RunningApp app, String credential) throws Exception {
    HttpResponse<String> answer = answer(app.base(), credential);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("status " + answer.statusCode() + ": " + answer.body());
    }
    return read(answer.body());
  }

  static Scrape read(String text) {
    return new Scrape(
        text, text.lines().filter(line -> !line.startsWith("#")).map(Scrape::sample).toList());
  }

  private static Sample sample(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("not a sample: " + line);
    }
    Map<String, String> labels = new HashMap<>();
    if (parts.group(2) != null) {
      LABEL.matcher(parts.group(2)).results().forEach(l -> labels.put(l.group(1), l.group(2)));
    }
    String value = parts.group(3).replace("Inf", "Infinity");
    return new Sample(parts.group(1), labels, Double.parseDouble(value));
  }

  /** The names of what is measured, without what a histogram adds to them. */
  Set<String> families() {
    return text.lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" ")[2])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> names() {
    return samples.stream().map(Sample::name).collect(Collectors.toSet());
  }

  /** The values that a label has with that name. */
  Set<String> values(String name, String label) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name) && sample.labels().containsKey(label))
        .map(sample -> sample.labels().get(label))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The one figure of that name with these labels, each followed by its value.
   *
   * @throws IllegalStateException when there is not just one
   */
  double value(String name, String... labels) {
    Map<String, String> wanted = new HashMap<>();
    for (int label = 0; label < labels.length; label += 2) {
      wanted.put(labels[label], labels[label + 1]);
    }
    List<Sample> found =
        samples.stream()
            .filter(sample -> sample.name().equals(name))
            .filter(sample -> sample.labels().entrySet().containsAll(wanted.entrySet()))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(name + wanted + " is there " + found.size() + " times");
    }
    return found.get(0).value();
  }
}
