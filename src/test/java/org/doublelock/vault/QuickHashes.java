package org.doublelock.vault;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Hashes of passwords that take next to nothing, for tests of what is around them. */
public final class QuickHashes {

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID);
  private static final HashingSettings PATIENT = new HashingSettings(Optional.empty(), 200, 60_000);

  private QuickHashes() {}

  /**
   * @param inTransaction whether the calling thread is in one, where no hash is computed
   */
  public static PasswordHasher outside(BooleanSupplier inTransaction) {
    return new PasswordHasher(PATIENT, inTransaction, FUNCTION);
  }

  public static PasswordHash of(String password) {
    return outside(() -> false).hash(password);
  }
}
