package org.doublelock.vault;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;

/**
 * Slow hashes of passwords: Argon2id with OWASP's first recommended parameters (19 MiB, 2 passes),
 * written with their salt and parameters. Passwords are normalised (NFKC, NIST SP 800-63B section
 * 5.1.1.2) and used whole, whatever their length.
 */
@ApplicationScoped
public class PasswordHasher {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int OUTPUT_BYTES = 32;

  /** How many hashes are computed at a time, so that a crowd cannot exhaust the memory. */
  private static final int AT_A_TIME = 4;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, OUTPUT_BYTES, Argon2.ID);

  private final Semaphore turns = new Semaphore(AT_A_TIME, true);
  private final String hashOfNoOne = hash("nobody has this password");

  public String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return Password.hash(normalise(password)).addRandomSalt().with(FUNCTION).getResult();
    } finally {
      turns.release();
    }
  }

  /** True when the hash was made of this password; compares in constant time. */
  public boolean verify(String password, String hash) {
    turns.acquireUninterruptibly();
    try {
      return Password.check(normalise(password), hash)
          .with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      turns.release();
    }
  }

  /** Takes as long as {@link #verify} does, for names that there is no account for. */
  public void verifyAbsent(String password) {
    verify(password, hashOfNoOne);
  }

  private static String normalise(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
