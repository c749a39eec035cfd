package org.doublelock.web.help;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.web.message.MessageCatalogue;

/** The help in one language, entry by entry, to be searched. */
final class HelpIndex {

  private static final int MAX_RESULTS = 12;

  /** Shorter words, such as "a" and "de", stand everywhere and tell nothing. */
  private static final int SHORTEST_TELLING = 3;

  private final MessageCatalogue catalogue;
  private final Locale locale;
  private final HelpScope scope;
  private final List<Entry> entries = new ArrayList<>();

  HelpIndex(MessageCatalogue catalogue, Locale locale, HelpScope scope) {
    this.catalogue = catalogue;
    this.locale = locale;
    this.scope = scope;
    scope.topics().forEach(this::add);
    HelpErrors.PROTOCOL.forEach(this::add);
    scope.functionErrors().forEach(this::add);
    for (String refusal : HelpErrors.REFUSALS) {
      add(errors(refusal), refusal, text("help.refusal." + refusal), "Doublelock-Refusal");
    }
    for (HelpErrors.PageError error : HelpErrors.PAGES) {
      String key = "help.page." + error.code();
      String said =
          error.messages().stream()
              .flatMap(message -> Stream.of(message, message + ".title", message + ".text"))
              .filter(catalogue::has)
              .map(this::text)
              .collect(Collectors.joining(" "));
      add(errors(error.code()), text(key), explained(key), said);
    }
  }

  /**
   * A piece of the help.
   *
   * @param path with its place on the page
   * @param words what it can be found by beside its title and text
   */
  public record Entry(String path, String title, String text, String words) {}

  private record Hit(Entry entry, long found, int weight) {}

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The keys of a section's paragraphs, as they hold here. */
  List<String> paragraphs(HelpTopic topic, String section) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> topic.key(section + "." + number))
        .takeWhile(catalogue::has)
        .map(scope::key)
        .toList();
  }

  /**
   * The entries with all the words, or where there is none those with most of them; what has them
   * in its title comes first.
   *
   * @param question as typed: words, or an error as a program got it
   */
  List<Entry> find(String question) {
    List<String> words = telling(words(question));
    List<Hit> hits =
        entries.stream()
            .map(entry -> weigh(entry, words))
            .filter(hit -> hit.found() > 0)
            .sorted(Comparator.comparingLong(Hit::found).thenComparingInt(Hit::weight).reversed())
            .toList();
    long most = hits.stream().mapToLong(Hit::found).max().orElse(0);
    return hits.stream()
        .filter(hit -> hit.found() == most)
        .limit(MAX_RESULTS)
        .map(Hit::entry)
        .toList();
  }

  private Hit weigh(Entry entry, List<String> asked) {
    List<String> title = words(entry.title());
    List<String> text = words(entry.text());
    List<String> more = words(entry.words());
    int weight = title.equals(asked) ? 100 : 0;
    long found = 0;
    for (String word : asked) {
      int here = 4 * count(title, word) + 2 * count(more, word) + Math.min(2, count(text, word));
      weight += here;
      found += here > 0 ? 1 : 0;
    }
    return new Hit(entry, found, weight);
  }

  private static int count(List<String> words, String asked) {
    return words.stream().anyMatch(word -> word.startsWith(asked))
        ? words.contains(asked) ? 2 : 1
        : 0;
  }

  private List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Stream.of(plain.toLowerCase(locale).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Without the short words, unless there is nothing else. */
  private static List<String> telling(List<String> words) {
    List<String> telling =
        words.stream().filter(word -> word.length() >= SHORTEST_TELLING).distinct().toList();
    return telling.isEmpty() ? words : telling;
  }

  private void add(HelpTopic topic) {
    String words = topicWords(topic).orElse("");
    add(topic.path(), text(topic.key("title")), text(topic.key("lead")), words);
    for (String section : topic.sections()) {
      String paragraphs =
          paragraphs(topic, section).stream().map(this::text).collect(Collectors.joining(" "));
      add(
          topic.path() + "#" + section,
          text(topic.key(section)),
          paragraphs,
          text(topic.key("title")));
    }
  }

  private Optional<String> topicWords(HelpTopic topic) {
    return Optional.of(topic.key("words")).filter(catalogue::has).map(this::text);
  }

  private void add(HelpErrors.WireError error) {
    add(errors(error.code()), error.text(), explained("help.error." + error.code()), "");
  }

  private void add(String path, String title, String text, String words) {
    entries.add(new Entry(path, title, text, words));
  }

  private String explained(String key) {
    return text(scope.key(key + ".meaning")) + " " + text(scope.key(key + ".remedy"));
  }

  private String text(String key) {
    return catalogue.text(locale, key);
  }

  private static String errors(String place) {
    return HelpErrors.PAGE + "#" + place;
  }
}
