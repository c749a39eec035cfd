package org.doublelock.edge;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address or CIDR range, IPv4 or IPv6, such as those that a key may be used from. An IPv4
 * caller that arrives as an IPv4-mapped IPv6 address counts as IPv4.
 */
public record AddressRange(String text) {

  private static final int COAT_BITS = 96;
  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowMask(false)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false) // some read them as octal
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getParentBuilder()
          .toParams();

  public AddressRange {
    read(text).orElseThrow(() -> new IllegalArgumentException("not an address or range"));
  }

  /** What was typed, in its shortest form with host bits cleared; empty when it is no range. */
  public static Optional<AddressRange> parse(String typed) {
    return read(typed.strip())
        .map(range -> new AddressRange(range.toPrefixBlock().toCanonicalString()));
  }

  /** One address, not a range, in its shortest form; empty when it is none. */
  static Optional<String> one(String text) {
    return read(text)
        .filter(one -> !one.isMultiple() && !one.isPrefixed())
        .map(IPAddress::toCanonicalString);
  }

  /** The network of one IPv6 address with so many bits; an IPv4 address, mapped or not, itself. */
  static Optional<String> network(String address, int bits) {
    return read(address)
        .filter(one -> !one.isMultiple() && !one.isPrefixed())
        .map(one -> one.isIPv4() ? one : one.toPrefixBlock(bits))
        .map(IPAddress::toCanonicalString);
  }

  /** Whether one address, not a range, lies within. */
  public boolean contains(String address) {
    IPAddress range = read(text).orElseThrow();
    return read(address).filter(one -> !one.isMultiple()).filter(range::contains).isPresent();
  }

  /** An address that is IPv4 in an IPv6 coat counts as the IPv4 one, in callers and in ranges. */
  private static IPAddress unmapped(IPAddress address) {
    return address.isIPv4Convertible() ? address.toIPv4() : address;
  }

  /** As {@code ::ffff:192.0.2.1/24}: who means 24 bits of IPv4 would get every address. */
  private static boolean isCutWithinItsCoat(IPAddress address) {
    return address.isIPv6()
        && address.isIPv4Convertible()
        && address.isPrefixed()
        && address.getNetworkPrefixLength() < COAT_BITS;
  }

  private static Optional<IPAddress> read(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0 && !BITS.matcher(text.substring(slash + 1)).matches()) {
      return Optional.empty(); // before the library counts them: it counts modulo 2^32
    }
    try {
      // null for a prefix length without an address
      return Optional.ofNullable(new IPAddressString(text, STRICT).toAddress())
          .filter(address -> !isCutWithinItsCoat(address))
          .map(AddressRange::unmapped);
    } catch (AddressStringException notAnAddress) {
      return Optional.empty();
    }
  }
}
