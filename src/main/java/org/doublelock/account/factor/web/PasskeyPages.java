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
import jakarta.ws.rs.core.Response;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.AppAuthenticator;
import org.doublelock.account.factor.Passkeys;
import org.doublelock.account.session.SignedIn;
import org.doublelock.edge.RowId;

/** Renaming and removing the passkeys that sign the account in. */
@Controller
@RequestScoped
@Path("/security/passkeys")
@Produces("text/html")
public class PasskeyPages {

  @Inject private Passkeys passkeys;
  @Inject private AccountFactors factors;
  @Inject private FactorRenaming renaming;
  @Inject private FactorRemoval removal;
  @Inject private SignedIn person;

  @GET
  @Path("{id}/name")
  public Response name(@PathParam("id") String id) {
    AppAuthenticator passkey = owned(id);
    return renaming.ask(passkey, nameOf(passkey));
  }

  @POST
  @Path("{id}/name")
  public Response rename(
      @PathParam("id") String id,
      @FormParam("name") String typed,
      @FormParam("confirmation") String confirmation) {
    AppAuthenticator passkey = owned(id);
    return renaming.rename(
        nameOf(passkey),
        typed,
        confirmation,
        name -> factors.renamePasskey(person.account(), passkey.id(), name));
  }

  @GET
  @Path("{id}/removal")
  public Response ask(@PathParam("id") String id) {
    AppAuthenticator passkey = owned(id);
    return removal.ask(passkey, removalOf(passkey), "passkey.removal");
  }

  @POST
  @Path("{id}/removal")
  public Response remove(
      @PathParam("id") String id,
      @FormParam("last") String warned,
      @FormParam("confirmation") String confirmation) {
    AppAuthenticator passkey = owned(id);
    return removal.remove(
        passkey,
        removalOf(passkey),
        confirmation,
        () -> factors.removePasskey(person.account(), passkey.id(), warned != null));
  }

  private static String nameOf(AppAuthenticator passkey) {
    return "/security/passkeys/" + passkey.id() + "/name";
  }

  private static String removalOf(AppAuthenticator passkey) {
    return "/security/passkeys/" + passkey.id() + "/removal";
  }

  private AppAuthenticator owned(String id) {
    return RowId.parse(id)
        .flatMap(parsed -> passkeys.find(person.account(), parsed))
        .orElseThrow(NotFoundException::new);
  }
}
