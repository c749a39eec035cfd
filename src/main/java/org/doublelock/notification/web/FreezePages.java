package org.doublelock.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.mailedlink.CarriedLink;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.notification.KeyFreeze;
import org.doublelock.notification.KeyFreeze.Frozen;

/**
 * One button each, for nobody in particular. The link alone does nothing: programs that read mails
 * before their owners do follow every link in them.
 */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html")
public class FreezePages {

  private static final String OVER = "account/link-over.jsp";

  @Inject private KeyFreeze freezing;
  @Inject private CarriedLink carried;
  @Inject private Models models;
  @Inject private Clock clock;

  @GET
  @Path("freeze")
  public Response freezeForm(@QueryParam("token") String token) {
    return token == null
        ? page(
            carried.token(LinkPurpose.FREEZE).flatMap(sent -> freezing.find(sent, clock.instant())),
            "notification/freeze.jsp")
        : carry(LinkPurpose.FREEZE, token, "/freeze");
  }

  @POST
  @Path("freeze")
  public Response freeze() {
    Optional<Frozen> frozen =
        carried.token(LinkPurpose.FREEZE).flatMap(sent -> freezing.freeze(sent, clock.instant()));
    return Response.seeOther(URI.create(frozen.isPresent() ? "/freeze/done" : "/freeze")).build();
  }

  @GET
  @Path("freeze/done")
  public Response frozen() {
    return page(
        carried.token(LinkPurpose.FREEZE).flatMap(sent -> freezing.find(sent, clock.instant())),
        "notification/frozen.jsp");
  }

  @GET
  @Path("stop")
  public Response stopForm(@QueryParam("token") String token) {
    return token == null
        ? page(
            carried
                .token(LinkPurpose.STOP_REMOVAL)
                .flatMap(sent -> freezing.findRemoval(sent, clock.instant())),
            "notification/stop.jsp")
        : carry(LinkPurpose.STOP_REMOVAL, token, "/stop");
  }

  @POST
  @Path("stop")
  public Response stop() {
    Optional<String> key =
        carried
            .token(LinkPurpose.STOP_REMOVAL)
            .flatMap(sent -> freezing.stopRemoval(sent, clock.instant()));
    carried.drop(LinkPurpose.STOP_REMOVAL);
    return Response.seeOther(URI.create(key.isPresent() ? "/stop/done" : "/stop")).build();
  }

  @GET
  @Path("stop/done")
  public String stopped() {
    return "notification/stopped.jsp";
  }

  private Response carry(LinkPurpose purpose, String token, String page) {
    carried.keep(purpose, token);
    return Response.seeOther(URI.create(page)).build();
  }

  private Response page(Optional<?> subject, String view) {
    subject.ifPresent(found -> models.put("subject", found));
    return Response.ok(subject.isPresent() ? view : OVER).build();
  }
}
