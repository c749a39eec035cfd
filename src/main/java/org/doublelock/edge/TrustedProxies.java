package org.doublelock.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who calls, and whether over TLS. {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are
 * anyone's to write, so they are read on requests that come from {@code doublelock.trusted-proxies}
 * alone, and the first only as far to the left as trusted proxies wrote it.
 */
@ApplicationScoped
public class TrustedProxies {

  static final String SETTING = "doublelock.trusted-proxies";

  private static final String FOR = "X-Forwarded-For";
  private static final String PROTO = "X-Forwarded-Proto";

  /** IPv4 with a port, or IPv6 in brackets, with a port or without. */
  private static final Pattern WITH_PORT =
      Pattern.compile("(\\d+(?:\\.\\d+){3}):\\d{1,5}|\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?");

  private List<AddressRange> ranges;

  protected TrustedProxies() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalArgumentException naming the setting, when a part of it is no address or range
   */
  @Inject
  public TrustedProxies(@ConfigProperty(name = SETTING) Optional<String> setting) {
    this.ranges =
        setting.stream()
            .flatMap(text -> Stream.of(text.split("[\\s,]+")))
            .filter(part -> !part.isEmpty())
            .map(TrustedProxies::range)
            .toList();
  }

  private static AddressRange range(String part) {
    return AddressRange.parse(part)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    SETTING + " is a list of addresses and ranges; " + part + " is none"));
  }

  /** Whether there are any; asked at start, so that a bad setting ends it. */
  public boolean areNamed() {
    return !ranges.isEmpty();
  }

  /** The address that the caller has, as far as it is known for certain. */
  public String addressOf(HttpServletRequest request) {
    String known = request.getRemoteAddr();
    List<String> hops = isTrusted(known) ? hops(request) : List.of();
    for (String hop : hops) {
      Optional<String> address = address(hop);
      if (address.isEmpty()) {
        return known;
      }
      known = address.get();
      if (!isTrusted(known)) {
        return known;
      }
    }
    return known;
  }

  /** Whether the caller's own connection is encrypted. */
  public boolean isSecure(HttpServletRequest request) {
    if (request.isSecure()) {
      return true;
    }
    return isTrusted(request.getRemoteAddr())
        && values(request, PROTO).stream()
            .findFirst()
            .filter("https"::equalsIgnoreCase)
            .isPresent();
  }

  private boolean isTrusted(String address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<String> hops(HttpServletRequest request) {
    return values(request, FOR);
  }

  /** What stands in all headers of that name, the last first. */
  private static List<String> values(HttpServletRequest request, String header) {
    List<String> values = new ArrayList<>();
    Collections.list(request.getHeaders(header))
        .forEach(line -> Stream.of(line.split(",", -1)).map(String::strip).forEach(values::add));
    Collections.reverse(values);
    return values;
  }

  private static Optional<String> address(String hop) {
    Matcher withPort = WITH_PORT.matcher(hop);
    String bare =
        withPort.matches()
            ? Optional.ofNullable(withPort.group(1)).orElseGet(() -> withPort.group(2))
            : hop;
    return AddressRange.one(bare);
  }
}
