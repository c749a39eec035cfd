package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.factor.Authenticators;
import org.doublelock.account.factor.FactorKind;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.KeptFactor;
import org.doublelock.account.signin.web.SignInPages;

/**
 * The authenticator apps that sign the account in: naming a new or an old one, and removing one.
 */
@Controller
@RequestScoped
@Path(AuthenticatorPages.PATH)
@Produces("text/html")
public class AuthenticatorPages extends KeptFactorPages {

  static final String PATH = "/security/authenticators";

  private static final String NAMING = "account/authenticator-new.jsp";

  static final URI NEW = URI.create(PATH + "/new");

  @Inject private Authenticators apps;

  public AuthenticatorPages() {
    super(PATH, FactorKind.APP, "authenticator.removal");
  }

  @GET
  @Path("new")
  public String naming(@QueryParam("replaces") String replaces) {
    String typed = refused.recall(NEW.getPath(), errors, "name");
    models.put("name", typed);
    find(replaces).ifPresent(app -> showReplaced(app, typed.isEmpty() ? app.name() : typed));
    return NAMING;
  }

  @POST
  public Response begin(
      @FormParam("name") String typed,
      @FormParam("replaces") String replaces,
      @FormParam("confirmation") String confirmation) {
    Optional<KeptFactor> replaced = find(replaces);
    Optional<FactorName> name = FactorName.parse(typed);
    Optional<UUID> place = replaced.map(KeptFactor::id);
    if (name.isEmpty()) {
      errors.add("name", "authenticator.name.missing", FactorName.MAX_LENGTH);
    } else {
      factors
          .againstApp(person.account(), name.get(), place)
          .ifPresent(why -> FactorRefusals.say(errors, why, "authenticator"));
    }
    if (errors.isAny() || !confirmed(confirmation)) {
      return refused.sendBack(naming(place), errors, "name", typed);
    }
    apps.begin(person.account(), name.get(), place, person.session(), clock.instant());
    return Response.seeOther(URI.create(AuthenticatorSetupPages.PATH)).build();
  }

  @POST
  @Path("abandon")
  public Response abandon() {
    apps.abandon(person.account(), person.session());
    return Response.seeOther(SignInPages.HOME).build();
  }

  /** The page on which an app is named that takes another's place, or nobody's. */
  static String naming(Optional<UUID> replaced) {
    return NEW.getPath() + replaced.map(id -> "?replaces=" + id).orElse("");
  }

  private void showReplaced(KeptFactor app, String name) {
    models.put("replaced", app);
    models.put("name", name);
  }
}
