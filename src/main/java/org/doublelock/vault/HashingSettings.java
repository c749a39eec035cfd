package org.doublelock.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many slow hashes are computed at a time, and how many wait for how long. */
@ApplicationScoped
public class HashingSettings {

  /** Bounds the memory: each takes 19 MiB. */
  private static final int MAX_AT_A_TIME = 4;

  private static final int USUALLY_WAITING = 200;
  private static final int USUAL_PATIENCE_MILLIS = 5000;

  private int atATime;
  private int waiting;
  private Duration patience;

  protected HashingSettings() {
    // for the CDI proxy
  }

  /**
   * @param atATime hashes at a time, in each line, at least 1
   * @param waiting how many wait for their turn, in each line, at least 0
   * @param patienceMillis how long each waits at most, at least 0
   */
  @Inject
  public HashingSettings(
      @ConfigProperty(name = "doublelock.sign-in.at-a-time") Optional<Integer> atATime,
      @ConfigProperty(name = "doublelock.sign-in.waiting", defaultValue = "" + USUALLY_WAITING)
          int waiting,
      @ConfigProperty(
              name = "doublelock.sign-in.wait-millis",
              defaultValue = "" + USUAL_PATIENCE_MILLIS)
          int patienceMillis) {
    this.atATime = atATime.orElseGet(HashingSettings::halfOfTheProcessors);
    this.waiting = waiting;
    this.patience = Duration.ofMillis(patienceMillis);
    if (this.atATime < 1 || waiting < 0 || patienceMillis < 0) {
      throw new IllegalArgumentException(
          "doublelock.sign-in.at-a-time is at least 1, waiting and wait-millis at least 0");
    }
  }

  /** What an installation has that sets none of it. */
  public static HashingSettings usual() {
    return new HashingSettings(Optional.empty(), USUALLY_WAITING, USUAL_PATIENCE_MILLIS);
  }

  /** True; what cannot be understood fails before. */
  public boolean areUnderstood() {
    return atATime > 0;
  }

  /** So that sign-ins from unknown browsers leave half of them to the calls. */
  private static int halfOfTheProcessors() {
    return Math.max(1, Math.min(MAX_AT_A_TIME, Runtime.getRuntime().availableProcessors() / 2));
  }

  /**
   * A new line. Only that of unknown browsers rests: a flood of sign-ins takes an eighth of the
   * processors at most, and nobody known waits.
   */
  HashingTurns line(HashingLine line) {
    return new HashingTurns(atATime, waiting, patience, line == HashingLine.UNKNOWN);
  }
}
