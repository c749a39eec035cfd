package org.doublelock.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.doublelock.account.mailedlink.CarriedLinks;
import org.doublelock.account.mailedlink.LinkHandle;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.session.SignedIn;
import org.doublelock.notification.KeyFreeze;
import org.doublelock.notification.KeyFreeze.Frozen;
import org.doublelock.notification.KeyFreeze.Stoppable;

/**
 * One button each, for nobody in particular. The link alone does nothing: programs that read mails
 * before their owners do follow every link in them. A button acts on the link that its page is
 * about, whatever other link was followed since.
 */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html")
public class FreezePages {

  private static final String FREEZE = "/freeze";
  private static final String STOP = "/stop";
  private static final String OVER = "account/link-over.jsp";

  @Inject private KeyFreeze freezing;
  @Inject private CarriedLinks carried;
  @Inject private MailedLinks links;
  @Inject private StoppedRemovals stopped;
  @Inject private SignedIn person;
  @Inject private Models models;
  @Inject private Clock clock;

  @GET
  @Path("freeze")
  public Response freezeForm(@QueryParam("token") String token, @QueryParam("link") String link) {
    return token == null
        ? page(link, toFreeze(link), "notification/freeze.jsp")
        : Response.seeOther(carried.keep(LinkPurpose.FREEZE, token, FREEZE)).build();
  }

  @POST
  @Path("freeze")
  public Response freeze(@FormParam("link") String link) {
    Optional<Frozen> frozen =
        carried
            .token(LinkPurpose.FREEZE, link)
            .flatMap(sent -> freezing.freeze(sent, clock.instant()));
    return lead(FREEZE, frozen.isPresent(), link);
  }

  @GET
  @Path("freeze/done")
  public Response frozen(@QueryParam("link") String link) {
    return page(link, toFreeze(link), "notification/frozen.jsp");
  }

  @GET
  @Path("stop")
  public Response stopForm(@QueryParam("token") String token, @QueryParam("link") String link) {
    if (token != null) {
      return Response.seeOther(carried.keep(LinkPurpose.STOP_REMOVAL, token, STOP)).build();
    }
    Optional<Stoppable> removal =
        carried
            .token(LinkPurpose.STOP_REMOVAL, link)
            .flatMap(sent -> freezing.findRemoval(sent, clock.instant()));
    return page(
        link,
        removal.map(Stoppable::key),
        removal.filter(Stoppable::waits).isPresent()
            ? "notification/stop.jsp"
            : "notification/nothing-to-stop.jsp");
  }

  @POST
  @Path("stop")
  public Response stop(@FormParam("link") String link) {
    Optional<BearerToken> token = carried.token(LinkPurpose.STOP_REMOVAL, link);
    boolean own =
        token
            .flatMap(sent -> links.accountOf(sent, LinkPurpose.STOP_REMOVAL, clock.instant()))
            .equals(person.find());
    Optional<String> key = token.flatMap(sent -> freezing.stopRemoval(sent, clock.instant()));
    key.ifPresent(
        name -> {
          carried.drop(LinkPurpose.STOP_REMOVAL, link);
          stopped.note(link, new StoppedRemovals.Stopped(name, own));
        });
    return lead(STOP, key.isPresent(), link);
  }

  @GET
  @Path("stop/done")
  public Response stopped(@QueryParam("link") String link) {
    return page(link, stopped.key(link), "notification/stopped.jsp");
  }

  private Optional<Frozen> toFreeze(String link) {
    return carried
        .token(LinkPurpose.FREEZE, link)
        .flatMap(sent -> freezing.find(sent, clock.instant()));
  }

  private static Response lead(String page, boolean done, String link) {
    return Response.seeOther(LinkHandle.page(done ? page + "/done" : page, link)).build();
  }

  private Response page(String link, Optional<?> subject, String view) {
    models.put("link", link);
    subject.ifPresent(found -> models.put("subject", found));
    return Response.ok(subject.isPresent() ? view : OVER).build();
  }
}
