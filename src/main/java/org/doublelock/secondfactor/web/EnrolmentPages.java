package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.doublelock.apikey.ApiKey;
import org.doublelock.edge.PublicUrl;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.Confirmation;
import org.doublelock.secondfactor.Enrolments;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.web.help.CodeSample;
import org.doublelock.web.message.PageMessages;

/**
 * The first page of the wizard that turns two-factor authentication on for a key, or moves it to
 * another device or method, and its last one.
 */
@Controller
@RequestScoped
@Path(EnrolmentWizard.PATH)
@Produces("text/html")
public class EnrolmentPages extends KeyPages {

  @Inject private EnrolmentWizard wizard;
  @Inject private Enrolments enrolments;
  @Inject private KeyRows rows;
  @Inject private PublicUrl publicUrl;
  @Inject private PageMessages messages;
  @Inject private FunctionRegistry functions;
  @Inject private ActionPolicy policy;

  @Context private UriInfo uri;

  @GET
  public String choose() {
    ApiKey key = owned();
    refused.recall(EnrolmentWizard.base(key), errors);
    wizard.show(key);
    models.put("row", rows.of(key));
    return "secondfactor/choose.jsp";
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
    if (!confirmed(confirmation) || errors.isAny()) {
      return refused.sendBack(EnrolmentWizard.base(key), errors);
    }
    boolean underWay = wizard.standing(key).filter(state -> state.awaits(chosen.get())).isPresent();
    return underWay ? wizard.to(key, EnrolmentWizard.CONFIRM) : begin(key, chosen.get(), current);
  }

  /** Begins anew, after the current factor where there is one. */
  private Response begin(ApiKey key, SecondFactorMethod method, String current) {
    Optional<SecondFactor> replaced = factors.of(key.id());
    if (replaced.isPresent()) {
      Confirmation outcome = factors.confirm(key.id(), current, clock.instant());
      if (outcome != Confirmation.CONFIRMED && outcome != Confirmation.NOTHING_TO_CONFIRM) {
        noteCurrent(key, outcome);
      }
    }
    if (errors.isAny()) {
      return refused.sendBack(EnrolmentWizard.base(key), errors);
    }
    return enrolments.begin(key, method, replaced, person.session(), clock.instant())
        ? wizard.to(key, EnrolmentWizard.CONFIRM)
        : wizard.elsewhere(key);
  }

  @GET
  @Path("done")
  public Response done() {
    ApiKey key = owned();
    Optional<SecondFactor> factor = factors.of(key.id());
    if (factor.isEmpty()) {
      return wizard.to(key, EnrolmentWizard.FIRST);
    }
    if (!enrolments.wasCompletedBy(key.id(), person.session())) {
      return settings();
    }
    wizard.show(key);
    models.put("row", rows.of(key));
    String method = factor.get().method().code();
    models.put("method", method);
    models.put("strict", factor.get() instanceof SecondFactor.Totp app && app.strictCodes());
    SampleFunction sample =
        SampleFunction.of(
            functions,
            key.permissions(),
            function ->
                function.factorNeed().asks(() -> policy.asks(factor.get(), function.name())));
    models.put("sampleAsks", sample.asks());
    models.put(
        "samples",
        CodeSample.all(
            publicUrl.shown(uri.getBaseUri()),
            sample.name(),
            key.publicKey(),
            messages.plain("help.clients.your-secret"),
            messages.plain("done.samples.otp." + method)));
    return Response.ok("secondfactor/done.jsp").build();
  }

  @POST
  @Path("abandon")
  public Response abandon() {
    enrolments.abandon(owned().id(), person.session());
    return settings();
  }
}
