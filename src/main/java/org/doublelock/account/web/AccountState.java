package org.doublelock.account.web;

import java.util.Optional;
import org.doublelock.account.provider.IdentityLinks.Standing;

/**
 * What the status page needs to know of an account.
 *
 * @param keys how they stand
 * @param codesLeft how many recovery codes; of no interest without a factor
 * @param codesKept whether the owner has said that they are kept
 * @param mail whether mails are sent here at all
 * @param address where to
 * @param browsers how many are signed in
 * @param required what is required of keys and not met; empty where all is
 * @param provider empty where nobody can sign in by one
 */
record AccountState(
    Keys keys,
    boolean factor,
    int codesLeft,
    boolean codesKept,
    boolean mail,
    Optional<String> address,
    int browsers,
    Optional<Required> required,
    Optional<Provider> provider) {

  /**
   * How many keys there are.
   *
   * @param on how many of them have a second factor
   * @param disabled how many of them were disabled or frozen
   * @param unlocked how many of them need no second factor for a while
   */
  record Keys(long all, long on, long disabled, long unlocked) {

    boolean areAllOn() {
      return on == all;
    }
  }

  /**
   * The identity provider, where there is one.
   *
   * @param name what people call it
   * @param standing how the account stands to it
   * @param alone whether nothing else signs in to the account, no password either
   */
  record Provider(String name, Standing standing, boolean alone) {}

  /**
   * The keys that 2FA is required for and that do not have it.
   *
   * @param keys how many; at least one
   * @param from from when on they are refused, in words
   * @param inForce whether they are refused now
   */
  record Required(long keys, String from, boolean inForce) {}
}
