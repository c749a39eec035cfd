package org.doublelock.web.form;

import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import org.doublelock.account.session.SignedIn;
import org.doublelock.account.signin.StepUp;
import org.doublelock.web.Notice;

/** Pages with forms: who sends one, whether they confirmed who they are, and what they are told. */
public abstract class FormPages {

  @Inject protected SignedIn person;
  @Inject protected StepUp stepUp;
  @Inject protected FieldErrors errors;
  @Inject protected RefusedForm refused;
  @Inject protected Notice notice;
  @Inject protected Models models;
  @Inject protected Clock clock;

  /** Whether who acts has freshly confirmed who they are; else the field for it says what to do. */
  protected boolean confirmed(String typed) {
    boolean passes = stepUp.passes(typed);
    if (!passes) {
      errors.add("confirmation", stepUp.refusal());
    }
    return passes;
  }

  /** Answers that there is no such page where there is not. */
  protected static void requireThere(boolean there) {
    if (!there) {
      throw new NotFoundException();
    }
  }
}
