package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.doublelock.account.StepUp;
import org.doublelock.account.web.PendingProvider.Purpose;
import org.doublelock.web.EndedSession;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.LocalPath;
import org.doublelock.web.RefusedForm;

/** A fresh confirmation on a page of its own, where it has to come before what follows it. */
@Controller
@RequestScoped
@Path("/security/step-up")
@Produces("text/html")
public class StepUpPages {

  private static final String PAGE = "/security/step-up";

  @Inject private StepUp stepUp;
  @Inject private ProviderErrands errands;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Models models;

  /** The page that asks, and goes on to another then. */
  static URI before(URI next) {
    return URI.create(PAGE + "?next=" + next);
  }

  @GET
  public Response ask(@QueryParam("next") String next) {
    if (!stepUp.isNeeded()) {
      return goOn(next);
    }
    refused.recall(PAGE, errors);
    models.put("next", local(next));
    return Response.ok("account/step-up.jsp").build();
  }

  @POST
  public Response confirm(
      @FormParam("confirmation") String confirmation, @FormParam("next") String next) {
    if (stepUp.passes(confirmation)) {
      return goOn(next);
    }
    errors.add("confirmation", stepUp.refusal());
    return refused.sendBack(before(local(next)).toString(), errors);
  }

  /**
   * Sends the person to the identity provider from whichever form asks for it. What they typed
   * there waits, but for what is secret.
   */
  @POST
  @Path("provider")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response atProvider(MultivaluedMap<String, String> sent) {
    if (!stepUp.isByProvider()) {
      throw new NotFoundException();
    }
    String page = sent.getFirst("_page");
    boolean asksAlone = page == null || page.startsWith(PAGE);
    String next = asksAlone ? sent.getFirst("next") : page;
    Optional<EndedSession.Form> form = asksAlone ? Optional.empty() : EndedSession.formOf(sent);
    return errands.begin(Purpose.CONFIRM, next, form, local(next).toString());
  }

  private static Response goOn(String next) {
    return Response.seeOther(local(next)).build();
  }

  private static URI local(String next) {
    return LocalPath.parse(next).map(LocalPath::uri).orElse(SignInPages.HOME);
  }
}
