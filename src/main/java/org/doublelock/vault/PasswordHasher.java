package org.doublelock.vault;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Slow hashes of passwords: Argon2id with the parameters OWASP recommends (19 MiB, 2 passes),
 * written with their salt and parameters. Passwords are normalised (NFKC, NIST SP 800-63B) and used
 * whole, whatever their length. Safe for use by many threads; few hash at a time. Whoever is in a
 * transaction gets none: a hash takes long and may wait, and would hold a connection and rows.
 */
@ApplicationScoped
public class PasswordHasher {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int OUTPUT_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, OUTPUT_BYTES, Argon2.ID);

  private Argon2Function function;
  private String hashOfNoOne;
  private HashingTurns unknown;
  private HashingTurns known;
  private BooleanSupplier inTransaction;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  protected PasswordHasher() {
    // for the CDI proxy
  }

  @Inject
  PasswordHasher(HashingSettings settings) {
    this(settings, null, FUNCTION);
    this.inTransaction = this::isInTransactionOfServer;
  }

  /**
   * Without a container.
   *
   * @param inTransaction whether the calling thread is in a transaction
   */
  public PasswordHasher(HashingSettings settings, BooleanSupplier inTransaction) {
    this(settings, inTransaction, FUNCTION);
  }

  PasswordHasher(HashingSettings settings, BooleanSupplier inTransaction, Argon2Function function) {
    this.function = function;
    this.hashOfNoOne = ofNoPassword();
    this.unknown = settings.line(HashingLine.UNKNOWN);
    this.known = settings.line(HashingLine.KNOWN);
    this.inTransaction = inTransaction;
  }

  private boolean isInTransactionOfServer() {
    return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
  }

  /**
   * The hash to store, about a hundred characters of ASCII.
   *
   * @throws HashingBusy when too many hashes are waited for
   * @throws IllegalStateException inside a transaction
   */
  public PasswordHash hash(String password) {
    String normal = normalise(password);
    return new PasswordHash(
        inTurn(
            HashingLine.KNOWN,
            () -> Password.hash(normal).addRandomSalt(SALT_BYTES).with(function).getResult()));
  }

  /**
   * True when the hash was made of this password; compares in constant time.
   *
   * @throws HashingBusy when too many hashes are waited for
   * @throws IllegalArgumentException when the hash is none of Argon2
   * @throws IllegalStateException inside a transaction
   */
  public boolean verify(String password, String hash, HashingLine line) {
    Argon2Function asStored = functionOf(hash);
    String normal = normalise(password);
    return inTurn(line, () -> Password.check(normal, hash).with(asStored));
  }

  /** The same, for a transaction that is to count it. */
  public TriedPassword tryOut(String password, String hash, HashingLine line) {
    return new TriedPassword(hash, verify(password, hash, line));
  }

  /** Takes as long as {@link #verify} does, for names that there is no account for. */
  public void verifyAbsent(String password, HashingLine line) {
    verify(password, hashOfNoOne, line);
  }

  /**
   * True when the hash was made with other parameters than new ones are: hash the password anew
   * once it was found right.
   *
   * @throws IllegalArgumentException when the hash is none of Argon2
   */
  public boolean needsRehash(String hash) {
    return !functionOf(hash).equals(function);
  }

  /** A hash that no password has, to be stored where there is none; as slow to verify as any. */
  public PasswordHash none() {
    return new PasswordHash(ofNoPassword());
  }

  /**
   * Random where a hash is: as slow to verify as any, and not to make, so that a start need not.
   */
  private String ofNoPassword() {
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[SALT_BYTES];
    byte[] output = new byte[function.getOutputLength()];
    random.nextBytes(salt);
    random.nextBytes(output);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        function.getMemory(),
        function.getIterations(),
        function.getParallelism(),
        base64.encodeToString(salt),
        base64.encodeToString(output));
  }

  private <T> T inTurn(HashingLine line, Supplier<T> work) {
    if (inTransaction.getAsBoolean()) {
      throw new IllegalStateException("a slow hash in a transaction would hold its rows");
    }
    return turns(line).take(work);
  }

  HashingTurns turns(HashingLine line) {
    return line == HashingLine.UNKNOWN ? unknown : known;
  }

  private static Argon2Function functionOf(String hash) {
    try {
      return Argon2Function.getInstanceFromHash(hash);
    } catch (BadParametersException | IndexOutOfBoundsException | NumberFormatException garbled) {
      // without the cause: it may quote the hash
      throw new IllegalArgumentException("not a password hash of Argon2");
    }
  }

  private static String normalise(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
