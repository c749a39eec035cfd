package org.doublelock.apikey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.edge.AddressRange;

/**
 * The limits a person puts on a key.
 *
 * @param addresses where it may be used from; an empty list means from anywhere
 * @param expiresAt from when on it is no longer valid
 * @param queryFrom the oldest instant its history functions may return
 * @param queryTo the newest instant its history functions may return
 * @param nonceWindow how far below the highest accepted nonce one may be, in the client's own
 *     units; 0 for strictly increasing nonces
 */
public record Restrictions(
    List<AddressRange> addresses,
    Optional<Instant> expiresAt,
    Optional<Instant> queryFrom,
    Optional<Instant> queryTo,
    long nonceWindow) {

  /** The widest nonce window: a minute in nanoseconds, the finest unit seen in clients. */
  public static final long WIDEST_NONCE_WINDOW = 60_000_000_000L;

  public Restrictions {
    addresses = List.copyOf(addresses);
    if (nonceWindow < 0 || nonceWindow > WIDEST_NONCE_WINDOW) {
      throw new IllegalArgumentException("the nonce window is out of range");
    }
    if (queryFrom.isPresent() && queryTo.isPresent() && queryTo.get().isBefore(queryFrom.get())) {
      throw new IllegalArgumentException("the query range ends before it begins");
    }
  }

  public static Restrictions none() {
    return new Restrictions(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  /** The addresses as they are written. */
  public List<String> addressTexts() {
    return addresses.isEmpty()
        ? List.of() // as most keys have it, and every call asks
        : addresses.stream().map(AddressRange::text).toList();
  }

  public boolean admitAddress(String caller) {
    return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(caller));
  }
}
