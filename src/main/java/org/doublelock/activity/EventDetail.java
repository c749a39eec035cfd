package org.doublelock.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The detail of an event, taken apart so that a page or a mail can say it in its own language. One
 * that cannot be read is all name.
 *
 * @param opened what a key was unlocked for, where the event says that
 * @param calls how many calls were made while it was, where the event says that
 * @param required since when a key must have a second factor, where the event says that
 */
public record EventDetail(
    String name, Optional<Opened> opened, Optional<Long> calls, Optional<Instant> required) {

  private static final Set<EventKind> GRANTED =
      Set.of(EventKind.LEASE_GRANTED, EventKind.LEASE_GRANTED_BY_CALL);
  private static final Set<EventKind> ENDED =
      Set.of(EventKind.LEASE_ENDED, EventKind.LEASE_RAN_OUT);

  private static final Pattern TERMS =
      Pattern.compile(
          "(?<name>.*) \\((?<until>[^ ;]+)(?:; (?<address>[\\p{XDigit}.:/]+))?"
              + "(?:; (?<most>[0-9.]+ [^;]+))?; (?<named>[^;()]*?)(?: ?… \\+(?<more>\\d{1,6}))?\\)");
  private static final Pattern REQUIRED = Pattern.compile("(?<name>.*) \\((?<from>[^ ;]+)\\)");
  private static final Pattern USES = Pattern.compile("(?<name>.*) \\((?<uses>\\d{1,18}) ×\\)");

  /**
   * What a key was unlocked for.
   *
   * @param address empty for anywhere that it may be used from
   * @param most an amount with its currency; empty where that is not bounded
   * @param actions how many
   * @param named those of them that the event names, what moves funds away first
   */
  public record Opened(Instant until, String address, String most, int actions, String named) {

    /** Whether the event names only some of them. */
    public boolean namesSome() {
      return !named.isEmpty() && actions > number(named);
    }
  }

  /**
   * @param code the event's
   */
  public static EventDetail of(String code, String detail) {
    return EventKind.of(code)
        .flatMap(kind -> of(kind, detail))
        .orElseGet(() -> of(detail, Optional.empty(), Optional.empty()));
  }

  private static Optional<EventDetail> of(EventKind kind, String detail) {
    try {
      if (GRANTED.contains(kind)) {
        return granted(detail);
      }
      if (ENDED.contains(kind)) {
        return ended(detail);
      }
      return kind == EventKind.TWO_FACTOR_REQUIRED ? required(detail) : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static EventDetail of(String name, Optional<Opened> opened, Optional<Long> calls) {
    return new EventDetail(name, opened, calls, Optional.empty());
  }

  private static Optional<EventDetail> required(String detail) {
    Matcher terms = REQUIRED.matcher(detail);
    return terms.matches()
        ? Optional.of(
            new EventDetail(
                terms.group("name"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse(terms.group("from")))))
        : Optional.empty();
  }

  private static Optional<EventDetail> granted(String detail) {
    Matcher terms = TERMS.matcher(detail);
    if (!terms.matches()) {
      return Optional.empty();
    }
    Opened opened =
        new Opened(
            Instant.parse(terms.group("until")),
            found(terms, "address"),
            found(terms, "most"),
            actions(found(terms, "named"), found(terms, "more")),
            found(terms, "named"));
    return Optional.of(of(terms.group("name"), Optional.of(opened), Optional.empty()));
  }

  private static int actions(String named, String more) {
    return number(named) + (more.isEmpty() ? 0 : Integer.parseInt(more));
  }

  private static int number(String named) {
    return named.isEmpty() ? 0 : named.split(", ").length;
  }

  private static String found(Matcher terms, String group) {
    return terms.group(group) == null ? "" : terms.group(group);
  }

  private static Optional<EventDetail> ended(String detail) {
    Matcher uses = USES.matcher(detail);
    return uses.matches()
        ? Optional.of(
            of(uses.group("name"), Optional.empty(), Optional.of(Long.valueOf(uses.group("uses")))))
        : Optional.empty();
  }
}
