package org.doublelock.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What counts as one where something is counted by address. Whoever has an IPv6 address has a whole
 * network of them, 2^64 as a rule, and would begin anew from each.
 */
@ApplicationScoped
public class Networks {

  static final String SETTING = "doublelock.limits.ipv6-prefix";

  private static final int SHORTEST = 16;
  private static final int LONGEST = 128;

  private int prefix;

  protected Networks() {
    // for the CDI proxy
  }

  /**
   * @param prefix how many bits of an IPv6 address name the network, 16 to 128
   */
  @Inject
  public Networks(@ConfigProperty(name = SETTING, defaultValue = "64") int prefix) {
    if (prefix < SHORTEST || prefix > LONGEST) {
      throw new IllegalArgumentException(SETTING + " is 16 to 128, not " + prefix);
    }
    this.prefix = prefix;
  }

  /**
   * The network of an address: of IPv6 its first bits, of IPv4, mapped or not, the address itself.
   *
   * @return the same text for all addresses of a network; what is no address stands for itself
   */
  public String of(String address) {
    if (address.indexOf(':') < 0) {
      return address; // no IPv6, and every call comes by here
    }
    return AddressRange.network(address.replaceFirst("%.*", ""), prefix).orElse(address);
  }
}
