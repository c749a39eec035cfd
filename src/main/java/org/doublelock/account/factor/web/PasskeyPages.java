package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.doublelock.account.factor.FactorKind;

/** Renaming and removing the passkeys that sign the account in. */
@Controller
@RequestScoped
@Path(PasskeyPages.PATH)
@Produces("text/html")
public class PasskeyPages extends KeptFactorPages {

  static final String PATH = "/security/passkeys";

  public PasskeyPages() {
    super(PATH, FactorKind.PASSKEY, "passkey.removal");
  }
}
