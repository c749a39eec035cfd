package org.doublelock.sandbox;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.doublelock.account.AccountId;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;

/** One call of a function, within its transaction on the exchange's books. */
public record AskedCall(
    EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

  public AccountId account() {
    return caller.account();
  }
}
