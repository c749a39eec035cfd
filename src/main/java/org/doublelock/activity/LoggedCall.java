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
 */
public record LoggedCall(
    UUID account,
    UUID apiKey,
    Instant at,
    String function,
    String address,
    Optional<String> refusal,
    boolean signed,
    int calls) {

  private static final int MOST_CHARACTERS = 64;

  public LoggedCall {
    function = OneLine.of(function, MOST_CHARACTERS);
    address = OneLine.of(address, MOST_CHARACTERS);
  }
}
