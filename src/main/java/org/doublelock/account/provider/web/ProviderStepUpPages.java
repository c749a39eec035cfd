package org.doublelock.account.provider.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.doublelock.account.provider.web.PendingProvider.Purpose;
import org.doublelock.account.signin.StepUp;
import org.doublelock.account.signin.web.StepUpPages;
import org.doublelock.web.form.EndedSession;

/** A fresh confirmation at the identity provider, for who signed in by it. */
@Controller
@RequestScoped
@Path(StepUpPages.PAGE + "/provider")
@Produces("text/html")
public class ProviderStepUpPages {

  @Inject private StepUp stepUp;
  @Inject private ProviderErrands errands;

  /**
   * Sends the person to the identity provider from whichever form asks for it. What they typed
   * there waits, but for what is secret.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(MultivaluedMap<String, String> sent) {
    if (!stepUp.isByProvider()) {
      throw new NotFoundException();
    }
    String page = sent.getFirst("_page");
    boolean asksAlone = page == null || page.startsWith(StepUpPages.PAGE);
    String next = asksAlone ? sent.getFirst("next") : page;
    Optional<EndedSession.Form> form = asksAlone ? Optional.empty() : EndedSession.formOf(sent);
    return errands.begin(Purpose.CONFIRM, next, form, StepUpPages.local(next).toString());
  }
}
