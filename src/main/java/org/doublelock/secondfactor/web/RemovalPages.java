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
import java.util.Optional;
import org.doublelock.apikey.ApiKey;
import org.doublelock.policy.DemandedFactors;
import org.doublelock.policy.Shortfall;
import org.doublelock.secondfactor.Removals;
import org.doublelock.secondfactor.SecondFactor;

/** Switching two-factor authentication off for a key, with its current factor. */
@Controller
@RequestScoped
@Path("/api-keys/{id}/second-factor/removal")
@Produces("text/html")
public class RemovalPages extends KeyPages {

  private static final String VIEW = "secondfactor/removal.jsp";
  private static final String LOST = "secondfactor/removal-lost.jsp";

  @Inject private Removals removals;
  @Inject private DemandedFactors demanded;

  @GET
  public Response ask() {
    ApiKey key = owned();
    return factors
        .of(key.id())
        .map(factor -> show(VIEW, path(key), key, factor))
        .orElseGet(this::settings);
  }

  @POST
  public Response remove(
      @FormParam("current") String current, @FormParam("confirmation") String confirmation) {
    ApiKey key = owned();
    Optional<SecondFactor> factor = factors.of(key.id());
    if (factor.isEmpty()) {
      return settings();
    }
    if (!confirmed(confirmation) || !confirms(key, current)) {
      return refused.sendBack(path(key), errors);
    }
    boolean off = removals.confirmed(key.id(), factor.get());
    return off ? off(key) : changed(path(key));
  }

  @GET
  @Path("lost")
  public Response askLost() {
    ApiKey key = owned();
    return factors
        .of(key.id())
        .map(factor -> show(LOST, lostPath(key), key, factor))
        .orElseGet(this::settings);
  }

  /** The device is lost: off at once for who proves themselves as well, else after a cool-off. */
  @POST
  @Path("lost")
  public Response lost(@FormParam("confirmation") String confirmation) {
    ApiKey key = owned();
    Optional<SecondFactor> factor = factors.of(key.id());
    if (factor.isEmpty()) {
      return settings();
    }
    if (!confirmed(confirmation)) {
      return refused.sendBack(lostPath(key), errors);
    }
    return switch (removals.lost(key.id(), factor.get(), person.account(), clock.instant())) {
      case OFF -> off(key);
      case LATER -> switchedOff(key, "second-factor.removal.asked");
      case ANOTHER_FACTOR -> changed(lostPath(key));
    };
  }

  @POST
  @Path("stop")
  public Response stop() {
    ApiKey key = owned();
    boolean stopped = removals.stop(key.id());
    boolean isOn = stopped || factors.of(key.id()).isPresent();
    notice.say(
        isOn ? "second-factor.removal.stopped" : "second-factor.removal.too-late",
        key.description());
    return settings();
  }

  /** What the key lacks once its factor is off; empty where none is required. */
  private Optional<Shortfall> without(ApiKey key) {
    return demanded.shortfall(key.permissions(), Optional.empty(), clock.instant());
  }

  private Response off(ApiKey key) {
    boolean refused = without(key).filter(Shortfall::inForce).isPresent();
    return switchedOff(key, refused ? "second-factor.removed.refused" : "second-factor.removed");
  }

  private Response switchedOff(ApiKey key, String message) {
    notice.say(message, key.description());
    return settings();
  }

  private Response changed(String page) {
    errors.add("", "second-factor.changed");
    return refused.sendBack(page, errors);
  }

  private Response show(String view, String path, ApiKey key, SecondFactor factor) {
    refused.recall(path, errors);
    models.put("key", key);
    models.put("waits", removals.hasToWait(person.account(), clock.instant()));
    models.put("coolsOff", !removals.coolOff().isZero());
    models.put("coolOffHours", removals.coolOff().toHours());
    models.put("offFrom", removals.due(key.id()).orElse(null));
    models.put("method", factor.method().code());
    models.put("shortfall", without(key).orElse(null));
    return Response.ok(view).build();
  }

  private static String path(ApiKey key) {
    return "/api-keys/" + key.id() + "/second-factor/removal";
  }

  private static String lostPath(ApiKey key) {
    return path(key) + "/lost";
  }
}
