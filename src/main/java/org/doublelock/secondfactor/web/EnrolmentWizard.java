package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.doublelock.apikey.ApiKey;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.Enrolments;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.web.form.FormPages;

/**
 * Where the person's session stands in the wizard of a key. That is kept with the key, so each step
 * can be left and taken up again; a step that is not due leads to the one that is.
 */
@RequestScoped
public class EnrolmentWizard extends FormPages {

  static final String PATH = "/api-keys/{id}/second-factor/enrolment";

  static final String FIRST = "";
  static final String CONFIRM = "/confirm";
  static final String ACTIONS = "/actions";
  static final String DONE = "/done";

  @Inject private Enrolments enrolments;
  @Inject private SecondFactors factors;

  Optional<Enrolment> standing(ApiKey key) {
    return enrolments.current(key.id(), person.session(), clock.instant());
  }

  /** Leads to the step that is due, and says why where the one that was asked for is over. */
  Response toDue(ApiKey key) {
    Optional<Enrolment> standing = standing(key);
    if (standing.isEmpty()) {
      boolean lapsed =
          enrolments
              .begun(key.id(), person.session())
              .filter(stamp -> stamp.hasLapsed(clock.instant()))
              .isPresent();
      return ended(key, lapsed ? "enrolment.lapsed" : "enrolment.over");
    }
    if (standing.get() instanceof Enrolment.Elsewhere) {
      return elsewhere(key);
    }
    return to(key, stepOf(standing.get()));
  }

  /** The same for who only looked at a step: where nothing was begun, they may begin. */
  Response toDueFromLooking(ApiKey key) {
    return standing(key).isEmpty() ? to(key, FIRST) : toDue(key);
  }

  /** Back to the first step, which says why the setup is over. */
  Response ended(ApiKey key, String why) {
    errors.add("", why);
    return refused.sendBack(base(key), errors);
  }

  /**
   * Whether the session has begun the setup anew since the form was drawn, in another tab.
   *
   * @param begun what the form said of it; null says nothing
   */
  boolean isChanged(ApiKey key, String begun) {
    return begun != null && !begun(key).map(begun::equals).orElse(true);
  }

  /** Leads to the step that is due now, and says why it is another one. */
  Response changed(ApiKey key) {
    errors.add("", "enrolment.changed");
    return refused.sendBack(base(key) + stepOf(standing(key).orElseThrow()), errors);
  }

  private Optional<String> begun(ApiKey key) {
    return enrolments
        .begun(key.id(), person.session())
        .filter(stamp -> !stamp.hasLapsed(clock.instant()))
        .map(stamp -> String.valueOf(stamp.at().toEpochMilli()));
  }

  /** Back to the first step, which says that another session has begun a setup or finished one. */
  Response elsewhere(ApiKey key) {
    errors.add("", "enrolment.elsewhere");
    return refused.sendBack(base(key), errors);
  }

  Response to(ApiKey key, String step) {
    return Response.seeOther(URI.create(base(key) + step)).build();
  }

  void show(ApiKey key) {
    models.put("key", key);
    models.put("base", base(key));
    begun(key).ifPresent(begun -> models.put("begun", begun));
    factors.method(key.id()).ifPresent(method -> models.put("replaced", method.code()));
  }

  static String base(ApiKey key) {
    return PATH.replace("{id}", key.id().toString());
  }

  private static String stepOf(Enrolment standing) {
    if (standing instanceof Enrolment.Confirmed) {
      return ACTIONS;
    }
    return standing instanceof Enrolment.Completed ? DONE : CONFIRM;
  }
}
