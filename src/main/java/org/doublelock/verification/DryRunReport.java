package org.doublelock.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.doublelock.edge.Coded;
import org.doublelock.signing.Nonce;

/**
 * What a dry run found, check by check in the order of the protocol's table.
 *
 * @param signed the text that is hashed (nonce and body), where the body could be read
 * @param sha256 its SHA-256 in hex
 * @param signatureStart the first eight characters of the right signature, never more
 * @param answer what the caller would be told; empty when nothing was refused
 * @param behind the nonces that were compared, where the call's is too old
 */
public record DryRunReport(
    List<Line> lines,
    Optional<String> signed,
    Optional<String> sha256,
    Optional<String> signatureStart,
    Optional<String> answer,
    Optional<Behind> behind) {

  /** How many checks the protocol has. */
  public static final int CHECKS = Check.values().length;

  public DryRunReport {
    lines = List.copyOf(lines);
  }

  /** A nonce that is too old, and the last one of the key. */
  public record Behind(Nonce sent, Nonce last) {}

  /** How a check went. */
  public enum State implements Coded {
    PASSED,
    FAILED,
    NOT_REACHED
  }

  /**
   * One check.
   *
   * @param number 1 to 11
   * @param advice names what to do, as {@link #ADVICE} lists; empty where there is nothing to say
   */
  public record Line(int number, State state, String advice) {

    static Line passed(Check check, String advice) {
      return new Line(check.number(), State.PASSED, advice);
    }

    static Line failed(Check check, Refusal reason) {
      return new Line(check.number(), State.FAILED, reason.code());
    }

    static Line notReached(Check check) {
      return new Line(check.number(), State.NOT_REACHED, "");
    }

    static Line needsTheCall() {
      return new Line(Check.ARGUMENTS.number(), State.NOT_REACHED, NEEDS_THE_CALL);
    }
  }

  /** Every advice a line may carry. */
  public static final List<String> ADVICE = advice();

  static final String NEEDS_THE_CALL = "needs-the-call";

  /** The key is unlocked for the call, so its second factor is not asked for. */
  static final String UNLOCKED = "unlocked";

  private static List<String> advice() {
    List<String> all = new ArrayList<>(List.of(NEEDS_THE_CALL, UNLOCKED));
    for (Refusal reason : Refusal.values()) {
      if (reason != Refusal.ADDRESS_LOCKED) {
        all.add(reason.code());
      }
    }
    return Collections.unmodifiableList(all);
  }
}
