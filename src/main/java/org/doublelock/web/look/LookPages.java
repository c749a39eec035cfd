package org.doublelock.web.look;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.doublelock.account.AccountLooks;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.account.session.SignedIn;
import org.doublelock.edge.SiteCookie;
import org.doublelock.web.LocalPath;
import org.doublelock.web.PersonalLook;
import org.doublelock.web.message.DeployedMessages;
import org.doublelock.web.message.PageLanguage;

/**
 * Keeps the language and the theme that a person picks, with their account where they are signed in
 * and in the browser for when they are not, and leads back to where they were.
 */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html")
public class LookPages {

  private static final int A_YEAR = 365 * 24 * 60 * 60;

  @Inject private DeployedMessages messages;
  @Inject private Themes themes;
  @Inject private AccountLooks looks;
  @Inject private PersonalLook personal;
  @Inject private SignedIn person;
  @Inject private BrowserRequest browser;

  /** "Settings" of the account menu: both choices, with nothing else around them. */
  @GET
  @Path("settings")
  public String settings() {
    return "web/settings.jsp";
  }

  @POST
  @Path("language")
  public Response language(@FormParam("language") String language, @FormParam("back") String back) {
    Optional<String> picked = among(messages.catalogue().languages(), language);
    picked.ifPresent(
        code ->
            person.find().ifPresent(who -> personal.remember(who, looks.pickLanguage(who, code))));
    return lead(PageLanguage.COOKIE, picked, back);
  }

  @POST
  @Path("theme")
  public Response theme(@FormParam("theme") String theme, @FormParam("back") String back) {
    Optional<String> picked = among(themes.choices(), theme);
    picked.ifPresent(
        id -> person.find().ifPresent(who -> personal.remember(who, looks.pickTheme(who, id))));
    return lead(Look.THEME_COOKIE, picked, back);
  }

  private static Optional<String> among(Collection<String> choices, String chosen) {
    return Optional.ofNullable(chosen).filter(choices::contains);
  }

  private Response lead(SiteCookie cookie, Optional<String> picked, String back) {
    URI page = LocalPath.parse(back).map(LocalPath::uri).orElse(URI.create("/"));
    Response.ResponseBuilder answer = Response.seeOther(page);
    picked
        .map(
            value ->
                new NewCookie.Builder(cookie.name(browser.isSecure()))
                    .value(value)
                    .path("/")
                    .maxAge(A_YEAR)
                    .httpOnly(true)
                    .secure(browser.isSecure())
                    .sameSite(NewCookie.SameSite.LAX)
                    .build())
        .ifPresent(answer::cookie);
    return answer.build();
  }
}
