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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.SignedIn;
import org.doublelock.account.StepUp;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.Notice;
import org.doublelock.web.RefusedForm;

/** Switching two-factor authentication off for a key, with its current factor. */
@Controller
@RequestScoped
@Path("/api-keys/{id}/second-factor/removal")
@Produces("text/html")
public class RemovalPages {

  private static final URI SETTINGS = URI.create("/security/two-factor");

  @Inject private ApiKeys keys;
  @Inject private SecondFactors factors;
  @Inject private SignedIn person;
  @Inject private StepUp stepUp;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Notice notice;
  @Inject private Models models;
  @Inject private Clock clock;

  @PathParam("id")
  private String id;

  @GET
  public Response ask() {
    ApiKey key = owned();
    return factors
        .of(key.id())
        .map(factor -> show(key, factor))
        .orElseGet(() -> Response.seeOther(SETTINGS).build());
  }

  @POST
  public Response remove(
      @FormParam("current") String current, @FormParam("confirmation") String confirmation) {
    ApiKey key = owned();
    Optional<SecondFactor> factor = factors.of(key.id());
    if (factor.isEmpty()) {
      return Response.seeOther(SETTINGS).build();
    }
    if (!stepUp.passes(confirmation)) {
      errors.add("confirmation", stepUp.refusal());
    } else if (current == null || current.isEmpty()) {
      errors.add("current", "second-factor.current.missing");
    } else {
      switch (factors.confirm(key.id(), current, clock.instant())) {
        case CONFIRMED -> {
          factors.remove(key.id());
          notice.say("second-factor.removed", key.description());
          return Response.seeOther(SETTINGS).build();
        }
        case USED -> errors.add("current", "second-factor.current.used");
        case TOO_MANY -> errors.add("current", "second-factor.current.too-many");
        default -> errors.add("current", "second-factor.current.wrong");
      }
    }
    return refused.sendBack(path(key), errors);
  }

  private Response show(ApiKey key, SecondFactor factor) {
    refused.recall(path(key), errors);
    models.put("key", key);
    models.put("method", factor.method().code());
    return Response.ok("secondfactor/removal.jsp").build();
  }

  private static String path(ApiKey key) {
    return "/api-keys/" + key.id() + "/second-factor/removal";
  }

  private ApiKey owned() {
    return keys.find(person.account(), id).orElseThrow(NotFoundException::new);
  }
}
