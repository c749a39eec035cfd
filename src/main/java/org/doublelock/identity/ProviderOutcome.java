package org.doublelock.identity;

import org.doublelock.edge.Coded;

/** What came of asking the provider who somebody is. */
public sealed interface ProviderOutcome {

  /** Everything held: it is the answer to the question, and this provider's own. */
  record Known(Identity who) implements ProviderOutcome {}

  /** Nothing was learnt. */
  record Refused(Reason reason) implements ProviderOutcome {}

  /** Why an answer is not believed. */
  enum Reason implements Coded {
    /** The provider cannot be reached, or does not answer as one. */
    AWAY,
    /** Nobody asked in this browser session, or too long ago, or this was answered before. */
    NOT_ASKED,
    /** The provider itself says no, such as when the person cancelled there. */
    DECLINED,
    /** It comes from another provider, or its code or token does not hold. */
    NOT_BELIEVED,
    /** The provider knows them, and does not say of them what is required of people here. */
    NOT_ENTITLED,
    /** The person did not prove anew who they are. */
    NOT_FRESH,
    /** They did, but not in a way that is worth what was configured. */
    NOT_STRONG
  }

  static ProviderOutcome refused(Reason reason) {
    return new Refused(reason);
  }
}
