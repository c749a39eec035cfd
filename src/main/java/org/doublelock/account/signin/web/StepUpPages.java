package org.doublelock.account.signin.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.doublelock.web.LocalPath;
import org.doublelock.web.form.FormPages;

/** A fresh confirmation on a page of its own, where it has to come before what follows it. */
@Controller
@RequestScoped
@Path("/security/step-up")
@Produces("text/html")
public class StepUpPages extends FormPages {

  /** Its path. */
  public static final String PAGE = "/security/step-up";

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
    return confirmed(confirmation)
        ? goOn(next)
        : refused.sendBack(before(local(next)).toString(), errors);
  }

  private static Response goOn(String next) {
    return Response.seeOther(local(next)).build();
  }

  /**
   * Where the person goes on then: to what was sent, where that is one of our pages.
   *
   * @param next may be null
   */
  public static URI local(String next) {
    return LocalPath.parse(next).map(LocalPath::uri).orElse(SignInPages.HOME);
  }
}
