package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.AppAuthenticator;
import org.doublelock.account.factor.Authenticators;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.edge.RowId;
import org.doublelock.web.form.FormPages;

/**
 * The authenticator apps that sign the account in: naming a new or an old one, and removing one.
 */
@Controller
@RequestScoped
@Path("/security/authenticators")
@Produces("text/html")
public class AuthenticatorPages extends FormPages {

  private static final String NAMING = "account/authenticator-new.jsp";

  static final URI NEW = URI.create("/security/authenticators/new");

  @Inject private Authenticators apps;
  @Inject private AccountFactors factors;
  @Inject private FactorRenaming renaming;
  @Inject private FactorRemoval removal;

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
    Optional<AppAuthenticator> replaced = find(replaces);
    Optional<FactorName> name = FactorName.parse(typed);
    Optional<UUID> place = replaced.map(AppAuthenticator::id);
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

  @GET
  @Path("{id}/name")
  public Response name(@PathParam("id") String id) {
    AppAuthenticator app = owned(id);
    return renaming.ask(app, nameOf(app));
  }

  @POST
  @Path("{id}/name")
  public Response rename(
      @PathParam("id") String id,
      @FormParam("name") String typed,
      @FormParam("confirmation") String confirmation) {
    AppAuthenticator app = owned(id);
    return renaming.rename(
        nameOf(app),
        typed,
        confirmation,
        name -> factors.renameApp(person.account(), app.id(), name));
  }

  @GET
  @Path("{id}/removal")
  public Response ask(@PathParam("id") String id) {
    AppAuthenticator app = owned(id);
    return removal.ask(app, removalOf(app), "authenticator.removal");
  }

  @POST
  @Path("{id}/removal")
  public Response remove(
      @PathParam("id") String id,
      @FormParam("last") String warned,
      @FormParam("confirmation") String confirmation) {
    AppAuthenticator app = owned(id);
    return removal.remove(
        app,
        removalOf(app),
        confirmation,
        () -> factors.removeApp(person.account(), app.id(), warned != null));
  }

  /** The page on which an app is named that takes another's place, or nobody's. */
  static String naming(Optional<UUID> replaced) {
    return NEW.getPath() + replaced.map(id -> "?replaces=" + id).orElse("");
  }

  private static String nameOf(AppAuthenticator app) {
    return "/security/authenticators/" + app.id() + "/name";
  }

  private static String removalOf(AppAuthenticator app) {
    return "/security/authenticators/" + app.id() + "/removal";
  }

  private void showReplaced(AppAuthenticator app, String name) {
    models.put("replaced", app);
    models.put("name", name);
  }

  private AppAuthenticator owned(String id) {
    return find(id).orElseThrow(NotFoundException::new);
  }

  private Optional<AppAuthenticator> find(String id) {
    return RowId.parse(id).flatMap(parsed -> apps.find(person.account(), parsed));
  }
}
