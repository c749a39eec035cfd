package org.doublelock.unlocking.web;

import jakarta.ws.rs.FormParam;
import java.time.Duration;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.unlocking.UnlockPolicy;

/** What a person ticked about unlocking a key. */
public class UnlockChoiceForm {

  @FormParam("unlock")
  private String allowed;

  @FormParam("unlockLongest")
  private String longest;

  @FormParam("unlockAsks")
  private String asks;

  /** The choice; what is no length of time is taken for the longest. */
  public UnlockChoice choice(UnlockPolicy policy) {
    Duration most =
        longest != null && longest.matches("[1-9]\\d{0,5}")
            ? Duration.ofMinutes(Long.parseLong(longest))
            : policy.longest();
    return new UnlockChoice(allowed != null, most, asks != null);
  }
}
