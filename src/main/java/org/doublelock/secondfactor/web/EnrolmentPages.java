package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.doublelock.account.Accounts;
import org.doublelock.account.SignedIn;
import org.doublelock.account.StepUp;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.edge.PublicUrl;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.otp.ProvisioningUri;
import org.doublelock.otp.QrPicture;
import org.doublelock.otp.SharedSecret;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.Confirmation;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.Enrolments;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.vault.PasswordFault;
import org.doublelock.vault.PasswordRule;
import org.doublelock.web.CodeSample;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.PageMessages;
import org.doublelock.web.Places;
import org.doublelock.web.RefusedForm;

/**
 * The wizard that turns two-factor authentication on for a key, or moves it to another device or
 * method. Where a person stands in it is kept with the key, so each step can be left and taken up
 * again; a step that is not due leads to the one that is.
 */
@Controller
@RequestScoped
@Path("/api-keys/{id}/second-factor/enrolment")
@Produces("text/html")
public class EnrolmentPages {

  private static final String ISSUER = "Doublelock";
  private static final String CHOOSE = "secondfactor/choose.jsp";

  private static final String CONFIRM = "/confirm";
  private static final String ACTIONS = "/actions";
  private static final String DONE = "/done";

  @Inject private ApiKeys keys;
  @Inject private Enrolments enrolments;
  @Inject private SecondFactors factors;
  @Inject private FunctionRegistry functions;
  @Inject private ActionPolicy policy;
  @Inject private Accounts accounts;
  @Inject private SignedIn person;
  @Inject private PasswordRule passwordRule;
  @Inject private StepUp stepUp;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private PageMessages messages;
  @Inject private PublicUrl publicUrl;
  @Inject private Places places;
  @Inject private Models models;
  @Inject private Clock clock;

  @Context private UriInfo uri;

  @PathParam("id")
  private String id;

  @GET
  public String choose() {
    ApiKey key = owned();
    refused.recall(base(key), errors);
    showKey(key);
    return CHOOSE;
  }

  @POST
  public Response begin(
      @FormParam("method") String method,
      @FormParam("current") String current,
      @FormParam("confirmation") String confirmation) {
    ApiKey key = owned();
    Optional<SecondFactorMethod> chosen =
        Optional.ofNullable(method).flatMap(SecondFactorMethod::fromCode);
    if (chosen.isEmpty()) {
      errors.add("method", "enrolment.method.missing");
    }
    if (!stepUp.passes(confirmation)) {
      errors.add("confirmation", stepUp.refusal());
    }
    if (!errors.isAny() && isUnderWay(key, chosen.get())) {
      return to(key, CONFIRM);
    }
    if (!errors.isAny() && factors.of(key.id()).isPresent()) {
      noteCurrent(factors.confirm(key.id(), text(current), clock.instant()));
    }
    if (errors.isAny()) {
      return refused.sendBack(base(key), errors);
    }
    enrolments.begin(key, chosen.get(), clock.instant());
    return to(key, CONFIRM);
  }

  @GET
  @Path("confirm")
  public Response confirmation() {
    ApiKey key = owned();
    if (stepUp.isNeeded()) {
      return to(key, "");
    }
    refused.recall(base(key) + CONFIRM, errors);
    return show(key);
  }

  @POST
  @Path("confirm/code")
  public Response confirmCode(@FormParam("code") String code) {
    ApiKey key = owned();
    switch (enrolments.confirmCode(key.id(), text(code), clock.instant())) {
      case CONFIRMED -> {
        return to(key, ACTIONS);
      }
      case WRONG ->
          errors.add(
              "code", text(code).isBlank() ? "enrolment.code.missing" : "enrolment.code.wrong");
      default -> {
        return notDue(key);
      }
    }
    return refused.sendBack(base(key) + CONFIRM, errors);
  }

  @POST
  @Path("confirm/password")
  public Response confirmPassword(
      @FormParam("password") String password, @FormParam("repeated") String repeated) {
    ApiKey key = owned();
    notePassword(key, text(password), text(repeated));
    if (errors.isAny()) {
      return refused.sendBack(base(key) + CONFIRM, errors);
    }
    Confirmation outcome = enrolments.confirmPassword(key.id(), password, clock.instant());
    return outcome == Confirmation.CONFIRMED ? to(key, ACTIONS) : notDue(key);
  }

  @GET
  @Path("actions")
  public Response actions() {
    ApiKey key = owned();
    Map<String, List<String>> kept = refused.recall(base(key) + ACTIONS, errors);
    if (!kept.isEmpty()) {
      models.put("ticked", Set.copyOf(kept.get("action")));
      models.put("strict", !kept.get("strict").isEmpty());
    }
    return show(key);
  }

  @POST
  @Path("actions")
  public Response complete(
      @FormParam("action") List<String> ticked, @FormParam("strict") String strict) {
    ApiKey key = owned();
    Set<String> actions = new ActionChoice(functions).known(ticked == null ? List.of() : ticked);
    if (policy.appliesSelection() && actions.isEmpty()) {
      errors.add("action", "enrolment.actions.none");
      List<String> kept = strict == null ? List.of() : List.of(strict);
      return refused.sendBack(
          base(key) + ACTIONS, errors, Map.of("action", List.of(), "strict", kept));
    }
    boolean on = enrolments.complete(key.id(), actions, strict != null, clock.instant());
    return on ? to(key, DONE) : notDue(key);
  }

  @GET
  @Path("done")
  public Response done() {
    ApiKey key = owned();
    Optional<SecondFactor> factor = factors.of(key.id());
    if (factor.isEmpty()) {
      return to(key, "");
    }
    showKey(key);
    models.put("method", factor.get().method().code());
    models.put(
        "samples", CodeSample.all(publicUrl.shown(uri.getBaseUri()), key.publicKey(), "…", "…"));
    return Response.ok("secondfactor/done.jsp").build();
  }

  @POST
  @Path("abandon")
  public Response abandon() {
    enrolments.abandon(owned().id());
    return Response.seeOther(places.uri(TwoFactorSettingsPages.PATH)).build();
  }

  private void notePassword(ApiKey key, String password, String repeated) {
    if (password.isEmpty()) {
      errors.add("password", "enrolment.password.missing");
      return;
    }
    Optional<PasswordFault> fault =
        passwordRule
            .faults(password, List.of(person.getName(), key.description(), ISSUER, key.publicKey()))
            .stream()
            .findFirst();
    fault.ifPresent(
        found ->
            errors.add(
                "password", found.messageKey(), passwordRule.shortest(), PasswordRule.LONGEST));
    if (fault.isEmpty() && accounts.hasPassword(person.account(), password)) {
      errors.add("password", "enrolment.password.accounts");
    }
    if (!password.equals(repeated)) {
      errors.add("repeated", "enrolment.password.unequal");
    }
  }

  private void noteCurrent(Confirmation outcome) {
    switch (outcome) {
      case WRONG -> errors.add("current", "second-factor.current.wrong");
      case USED -> errors.add("current", "second-factor.current.used");
      case TOO_MANY -> errors.add("current", "second-factor.current.too-many");
      default -> {
        // confirmed, or nothing there to confirm any more
      }
    }
  }

  /** Draws the step that is due, whatever was asked for. */
  private Response show(ApiKey key) {
    Optional<Enrolment> enrolment = enrolments.current(key.id(), clock.instant());
    if (enrolment.isEmpty()) {
      return to(key, wasJustCompleted(key) ? DONE : "");
    }
    showKey(key);
    Enrolment state = enrolment.get();
    if (state instanceof Enrolment.AwaitingCode awaiting) {
      showSecret(key, awaiting.secret());
      return Response.ok("secondfactor/app.jsp").build();
    }
    if (state instanceof Enrolment.AwaitingPassword) {
      models.put("shortest", passwordRule.shortest());
      return Response.ok("secondfactor/password.jsp").build();
    }
    models.put("method", state.method().code());
    showActions(models.get("ticked", Set.class));
    return Response.ok("secondfactor/actions.jsp").build();
  }

  /** All actions, and in words which of them ask for the factor; without a choice yet, all do. */
  private void showActions(Set<?> ticked) {
    ActionChoice choice = new ActionChoice(functions);
    models.put("actionGroups", choice.byGroup());
    models.put("selectionApplies", policy.appliesSelection());
    models.put("asked", inWords(choice.all(), action -> ticked == null || ticked.contains(action)));
    models.put(
        "never", inWords(choice.all(), action -> ticked != null && !ticked.contains(action)));
  }

  private String inWords(Set<String> actions, Predicate<String> included) {
    String words = actions.stream().filter(included).collect(Collectors.joining(", "));
    return words.isEmpty() ? messages.plain("enrolment.actions.nothing") : words;
  }

  private void showSecret(ApiKey key, SharedSecret secret) {
    models.put("setupKey", secret.readGrouped());
    models.put("qr", QrPicture.of(new ProvisioningUri(ISSUER, key.description(), secret).read()));
  }

  private void showKey(ApiKey key) {
    models.put("key", key);
    models.put("base", base(key));
    factors.of(key.id()).ifPresent(factor -> models.put("replaced", factor.method().code()));
  }

  /** A form that came for a step that is not due: sent twice, it leads where it did before. */
  private Response notDue(ApiKey key) {
    Optional<Enrolment> enrolment = enrolments.current(key.id(), clock.instant());
    if (enrolment.isPresent()) {
      return to(key, enrolment.get() instanceof Enrolment.Confirmed ? ACTIONS : CONFIRM);
    }
    if (wasJustCompleted(key)) {
      return to(key, DONE);
    }
    errors.add("", "enrolment.over");
    return refused.sendBack(base(key), errors);
  }

  /** Whether that method has been chosen and waits to be confirmed. */
  private boolean isUnderWay(ApiKey key, SecondFactorMethod chosen) {
    return enrolments
        .current(key.id(), clock.instant())
        .filter(state -> !(state instanceof Enrolment.Confirmed) && state.method() == chosen)
        .isPresent();
  }

  /** Whether the key's factor is younger than an enrolment lives: no later one has lapsed since. */
  private boolean wasJustCompleted(ApiKey key) {
    Instant oldest = clock.instant().minus(Enrolment.LIFETIME);
    return factors.of(key.id()).filter(factor -> factor.since().isAfter(oldest)).isPresent();
  }

  private ApiKey owned() {
    return keys.find(person.account(), id).orElseThrow(NotFoundException::new);
  }

  private static Response to(ApiKey key, String step) {
    return Response.seeOther(URI.create(base(key) + step)).build();
  }

  private static String base(ApiKey key) {
    return "/api-keys/" + key.id() + "/second-factor/enrolment";
  }

  private static String text(String typed) {
    return typed == null ? "" : typed;
  }
}
