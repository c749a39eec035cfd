package org.doublelock.activity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A signed call as its key's owner sees it.
 *
 * @param account the key's owner
 * @param function the last part of the path, as it was sent
 * @param address where it came from
 * @param refusal the code of the true reason; empty for a call that was accepted
 * @param signed whether whoever called had the secret, as far as was checked; not kept
 * @param calls how many calls this stands for; with more than one, function and address are empty
 * @param leaseUntil until when the key had been unlocked, where that is why it was refused
 */
public record LoggedCall(
    UUID account,
    UUID apiKey,
    Instant at,
    String function,
    String address,
    Optional<String> refusal,
    boolean signed,
    int calls,
    Optional<Instant> leaseUntil) {

  private static final int MAX_CHARACTERS = 64;

  /** One that no lease has to do with. */
  public LoggedCall(
      UUID account,
      UUID apiKey,
      Instant at,
      String function,
      String address,
      Optional<String> refusal,
      boolean signed,
      int calls) {
    this(account, apiKey, at, function, address, refusal, signed, calls, Optional.empty());
  }

  public LoggedCall {
    function = OneLine.of(function, MAX_CHARACTERS);
    address = OneLine.of(address, MAX_CHARACTERS);
  }
}
