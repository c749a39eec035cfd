package org.doublelock.account.session.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.doublelock.account.provider.web.EndingLink;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.edge.RowId;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.web.form.FormPages;

/** Where the person is signed in, and signing out from afar. */
@Controller
@RequestScoped
@Path("/security/sessions")
@Produces("text/html")
public class SessionPages extends FormPages {

  private static final URI LIST = URI.create("/security/sessions");

  @Inject private OpenSessions sessions;
  @Inject private AccessRevocation access;
  @Inject private EndingLink endingLink;
  @Inject private ProviderSettings provider;
  @Inject private BrowserRequest request;

  @GET
  public String list() {
    models.put("sessions", sessions.of(person.account(), person.session(), clock.instant()));
    return "account/sessions.jsp";
  }

  @POST
  @Path("{id}/end")
  public Response end(@PathParam("id") String id) {
    if (!access.oneSession(person.account(), RowId.parse(id).orElseThrow(NotFoundException::new))) {
      throw new NotFoundException();
    }
    notice.say("sessions.ended", "");
    return Response.seeOther(LIST).build();
  }

  @POST
  @Path("end-others")
  public Response endOthers() {
    boolean linked = endingLink.isThere();
    access.everywhereElse(person.account(), person.session(), request.visitor());
    notice.say(
        linked ? "sessions.others-ended.linked" : "sessions.others-ended", provider.getName());
    return Response.seeOther(LIST).build();
  }
}
