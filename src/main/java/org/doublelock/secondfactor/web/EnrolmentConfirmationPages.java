package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.PasswordComparisons;
import org.doublelock.account.factor.web.AppEntries;
import org.doublelock.account.factor.web.ShownSecret;
import org.doublelock.account.signin.web.FreshlyConfirmed;
import org.doublelock.apikey.ApiKey;
import org.doublelock.secondfactor.Confirmation;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.Enrolments;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.vault.PasswordFault;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.PasswordRule;

/** The wizard's second step: the app shows its first code, or a password is chosen. */
@Controller
@RequestScoped
@FreshlyConfirmed
@Path(EnrolmentWizard.PATH + EnrolmentWizard.CONFIRM)
@Produces("text/html")
public class EnrolmentConfirmationPages extends KeyPages {

  @Inject private EnrolmentWizard wizard;
  @Inject private Enrolments enrolments;
  @Inject private AppEntries entries;
  @Inject private ShownSecret shown;
  @Inject private PasswordComparisons passwords;
  @Inject private PasswordRule passwordRule;
  @Inject private PasswordHasher hasher;

  @GET
  public Response confirmation() {
    ApiKey key = owned();
    Optional<Enrolment> standing = wizard.standing(key);
    if (standing.isPresent() && standing.get() instanceof Enrolment.AwaitingCode awaiting) {
      shown.show(
          entries.ofKey(person.getName(), key.description(), replacing(key, awaiting)),
          awaiting.secret());
      return show(key, "secondfactor/app.jsp");
    }
    if (standing.isPresent() && standing.get() instanceof Enrolment.AwaitingPassword) {
      models.put("shortest", passwordRule.shortest());
      return show(key, "secondfactor/password.jsp");
    }
    return wizard.toDueFromLooking(key);
  }

  @POST
  @Path("code")
  public Response confirmCode(@FormParam("code") String code, @FormParam("begun") String begun) {
    ApiKey key = owned();
    if (wizard.isChanged(key, begun)) {
      return wizard.changed(key);
    }
    switch (enrolments.confirmCode(key.id(), person.session(), text(code), clock.instant())) {
      case CONFIRMED -> {
        return wizard.to(key, EnrolmentWizard.ACTIONS);
      }
      case WRONG -> errors.add("code", "enrolment.code.wrong", triesLeft(key));
      case MALFORMED ->
          errors.add(
              "code", text(code).isBlank() ? "enrolment.code.missing" : "enrolment.code.malformed");
      case TOO_MANY -> {
        return wizard.ended(key, "enrolment.too-many");
      }
      default -> {
        return wizard.toDue(key);
      }
    }
    return refused.sendBack(path(key), errors);
  }

  @POST
  @Path("password")
  public Response confirmPassword(
      @FormParam("password") String password,
      @FormParam("repeated") String repeated,
      @FormParam("begun") String begun) {
    ApiKey key = owned();
    if (wizard.isChanged(key, begun)) {
      return wizard.changed(key);
    }
    if (wizard.standing(key).filter(state -> state.awaits(SecondFactorMethod.PASSWORD)).isEmpty()) {
      return wizard.toDue(key);
    }
    notePassword(key, text(password), text(repeated));
    if (errors.isAny()) {
      return refused.sendBack(path(key), errors);
    }
    Confirmation outcome =
        enrolments.confirmPassword(
            key.id(), person.session(), hasher.hash(password), clock.instant());
    return outcome == Confirmation.CONFIRMED
        ? wizard.to(key, EnrolmentWizard.ACTIONS)
        : wizard.toDue(key);
  }

  private int triesLeft(ApiKey key) {
    return wizard
        .standing(key)
        .filter(Enrolment.AwaitingCode.class::isInstance)
        .map(state -> ((Enrolment.AwaitingCode) state).triesLeft())
        .orElse(0);
  }

  private void notePassword(ApiKey key, String password, String repeated) {
    if (password.isEmpty()) {
      errors.add("password", "enrolment.password.missing");
      return;
    }
    Optional<PasswordFault> fault =
        passwordRule
            .faults(
                password,
                List.of(person.getName(), key.description(), entries.issuer(), key.publicKey()))
            .stream()
            .findFirst();
    fault.ifPresent(
        found ->
            errors.add(
                "password", found.messageKey(), passwordRule.shortest(), PasswordRule.LONGEST));
    if (!password.equals(repeated)) {
      errors.add("repeated", "enrolment.password.unequal");
    } else if (fault.isEmpty() && passwords.isSignInPassword(person.account(), password)) {
      errors.add("password", "enrolment.password.accounts");
    }
  }

  private Response show(ApiKey key, String view) {
    refused.recall(path(key), errors);
    wizard.show(key);
    return Response.ok(view).build();
  }

  /** When the new entry was made, where the phone holds one of this key that still serves. */
  private Optional<Instant> replacing(ApiKey key, Enrolment.AwaitingCode awaiting) {
    return factors
        .of(key.id())
        .filter(factor -> factor.method() == SecondFactorMethod.TOTP)
        .map(factor -> awaiting.given());
  }

  private static String path(ApiKey key) {
    return EnrolmentWizard.base(key) + EnrolmentWizard.CONFIRM;
  }

  private static String text(String typed) {
    return typed == null ? "" : typed;
  }
}
