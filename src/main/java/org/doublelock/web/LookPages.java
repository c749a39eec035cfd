package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/** Keeps the language and the theme that a person picks, and leads back to where they were. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html")
public class LookPages {

  private static final int A_YEAR = 365 * 24 * 60 * 60;

  @Inject private DeployedMessages messages;

  @POST
  @Path("language")
  public Response language(@FormParam("language") String language, @FormParam("back") String back) {
    return keep(PageLanguage.COOKIE, language, messages.catalogue().languages(), back);
  }

  @POST
  @Path("theme")
  public Response theme(@FormParam("theme") String theme, @FormParam("back") String back) {
    return keep(Look.THEME_COOKIE, theme, Look.THEMES, back);
  }

  private static Response keep(
      String cookie, String chosen, Collection<String> choices, String back) {
    URI page = LocalPath.parse(back).map(LocalPath::uri).orElse(URI.create("/"));
    Response.ResponseBuilder answer = Response.seeOther(page);
    Optional.ofNullable(chosen)
        .filter(choices::contains)
        .map(
            value ->
                new NewCookie.Builder(cookie)
                    .value(value)
                    .path("/")
                    .maxAge(A_YEAR)
                    .httpOnly(true)
                    .sameSite(NewCookie.SameSite.LAX)
                    .build())
        .ifPresent(answer::cookie);
    return answer.build();
  }
}
