package org.doublelock.vault;

/**
 * A password that was held against a stored hash before the transaction began in which that counts.
 *
 * @param hash the stored hash as it was read then; empty when nothing was tried
 */
public record TriedPassword(String hash, boolean right) {

  /** No password was tried. */
  public static final TriedPassword NONE = new TriedPassword("", false);

  /** Whether it was held against what is stored now; if not, it says nothing. */
  public boolean isAbout(String stored) {
    return hash.equals(stored);
  }

  @Override
  public String toString() {
    return "TriedPassword[right=" + right + "]";
  }
}
