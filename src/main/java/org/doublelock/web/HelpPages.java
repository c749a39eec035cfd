package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.doublelock.edge.PublicUrl;

/** Help for key owners and for client authors, for anyone to read. */
@Controller
@RequestScoped
@Path("/help")
@Produces("text/html")
public class HelpPages {

  /** What a caller may be told by the API itself, in the order of its checks. */
  static final List<WireError> ERRORS =
      List.of(
          new WireError("EGeneral:Invalid arguments", "invalid-arguments"),
          new WireError("EAPI:Invalid key", "invalid-key"),
          new WireError("EAPI:Invalid nonce", "invalid-nonce"),
          new WireError("EAPI:Invalid signature", "invalid-signature"),
          new WireError("EGeneral:Temporary lockout", "temporary-lockout"),
          new WireError("EAPI:Rate limit exceeded", "rate-limit"),
          new WireError("EGeneral:Unknown method", "unknown-method"),
          new WireError("EGeneral:Permission denied", "permission-denied"),
          new WireError("EService:Unavailable", "unavailable"),
          new WireError("EGeneral:Internal error", "internal-error"));

  /** What {@code Doublelock-Refusal} may say. */
  static final List<String> REFUSALS =
      List.of("otp-missing", "otp-wrong", "otp-reused", "otp-locked");

  @Inject private Models models;
  @Inject private PageMessages messages;
  @Inject private PublicUrl publicUrl;
  @Context private UriInfo uri;

  /**
   * An error that clients see.
   *
   * @param text as it stands in the answer
   * @param code the part of the message keys that tells it from others
   */
  public record WireError(String text, String code) {}

  @GET
  public String owners() {
    return "web/help.jsp";
  }

  @GET
  @Path("clients")
  public String clients() {
    models.put("wireErrors", ERRORS);
    models.put("refusals", REFUSALS);
    models.put(
        "samples",
        CodeSample.all(
            publicUrl.shown(uri.getBaseUri()),
            messages.plain("help.clients.your-key"),
            messages.plain("help.clients.your-secret"),
            "123456"));
    return "web/help-clients.jsp";
  }
}
