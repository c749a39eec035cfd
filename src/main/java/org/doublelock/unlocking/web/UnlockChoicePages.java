package org.doublelock.unlocking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.apikey.ApiKey;
import org.doublelock.secondfactor.web.KeyPages;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.unlocking.UnlockChoices;
import org.doublelock.unlocking.UnlockPolicy;

/** Whether a key may be unlocked, for how long at most, and whether its owner is asked. */
@Controller
@RequestScoped
@Path("/api-keys/{id}/unlock/choice")
@Produces("text/html")
public class UnlockChoicePages extends KeyPages {

  @Inject private UnlockChoices choices;
  @Inject private UnlockPolicy policy;

  @GET
  public Response ask() {
    ApiKey key = owned();
    UnlockChoice stored = choice(key);
    Map<String, List<String>> kept = refused.recall(path(key), errors);
    models.put("key", key);
    UnlockChoiceForm typed = new UnlockChoiceForm(kept);
    models.put("unlockChoice", kept.isEmpty() ? stored : typed.choice(policy));
    models.put("seen", kept.isEmpty() ? stored.mark() : typed.seen());
    models.put("unlockLengths", UnlockLengths.upTo(policy.longest()));
    return Response.ok("unlocking/choice.jsp").build();
  }

  @POST
  public Response choose(MultivaluedMap<String, String> sent) {
    UnlockChoiceForm form = new UnlockChoiceForm(sent);
    ApiKey key = owned();
    if (!choice(key).mark().equals(form.seen())) {
      return changed(key);
    }
    if (!confirmed(sent.getFirst("confirmation"))) {
      return refused.sendBack(path(key), errors, form.typed());
    }
    if (!choices.change(key.id(), form.seen(), form.choice(policy))) {
      return changed(key);
    }
    notice.say("unlock.choice.saved", key.description());
    return settings();
  }

  /** Shown anew as it is now: what was ticked would take back what was changed meanwhile. */
  private Response changed(ApiKey key) {
    errors.add("", "unlock.choice.changed");
    return refused.sendBack(path(key), errors);
  }

  /** There is nothing to choose without a second factor, or where the deployment allows nothing. */
  private UnlockChoice choice(ApiKey key) {
    Optional<UnlockChoice> choice = choices.of(key.id()).filter(has -> policy.isAllowed());
    return choice.orElseThrow(NotFoundException::new);
  }

  private static String path(ApiKey key) {
    return "/api-keys/" + key.id() + "/unlock/choice";
  }
}
