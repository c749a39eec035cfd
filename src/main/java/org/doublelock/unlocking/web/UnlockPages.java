package org.doublelock.unlocking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.ApiKey;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.web.KeyPages;
import org.doublelock.unlocking.LeaseActions;
import org.doublelock.unlocking.LeaseTerms;
import org.doublelock.unlocking.Leases;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.unlocking.UnlockChoices;
import org.doublelock.unlocking.UnlockRequests;

/** "Unlock for a while", for a key with a second factor, and "Lock now". */
@Controller
@RequestScoped
@Path("/api-keys/{id}/unlock")
@Produces("text/html")
public class UnlockPages extends KeyPages {

  @Inject private Leases leases;
  @Inject private LeaseActions actions;
  @Inject private UnlockChoices choices;
  @Inject private UnlockRequests requests;
  @Inject private OpenQuestions questions;
  @Inject private CallingAddresses calling;
  @Inject private BrowserRequest browser;

  @GET
  public Response form() {
    ApiKey key = owned();
    models.put("key", key);
    questions.leaveOut(key.id());
    Optional<SecondFactor> factor = factors.of(key.id());
    Optional<UnlockChoice> choice = choices.of(key.id()).filter(UnlockChoice::allowed);
    if (factor.isEmpty() || choice.isEmpty()) {
      models.put("on", factor.isPresent());
      return Response.ok("unlocking/not-allowed.jsp").build();
    }
    show(key, factor.get(), choice.get());
    return Response.ok("unlocking/unlock.jsp").build();
  }

  @POST
  public Response unlock(MultivaluedMap<String, String> sent) {
    UnlockForm form = new UnlockForm(sent);
    ApiKey key = owned();
    Optional<UnlockChoice> choice = choices.of(key.id()).filter(UnlockChoice::allowed);
    if (choice.isEmpty()) {
      return Response.seeOther(java.net.URI.create(path(key))).build();
    }
    long seen = leases.epoch(key.id());
    Optional<LeaseTerms> terms = form.read(choice.get(), actions, errors, clock.instant());
    if (terms.isPresent()
        && confirmed(sent.getFirst("confirmation"))
        && confirms(key, sent.getFirst("current"))
        && !granted(key, seen, terms.get())) {
      errors.add("", "unlock.changed");
    }
    if (errors.isAny()) {
      return refused.sendBack(path(key), errors, form.kept());
    }
    notice.say("unlock.done", key.description());
    return settings();
  }

  @POST
  @Path("end")
  public Response lock() {
    ApiKey key = owned();
    leases.end(key.id());
    notice.say("unlock.ended", key.description());
    return settings();
  }

  @POST
  @Path("not-now")
  public Response notNow() {
    ApiKey key = owned();
    requests.answer(key.id());
    return settings();
  }

  private boolean granted(ApiKey key, long seen, LeaseTerms terms) {
    return leases.grant(key.id(), seen, terms, EventKind.LEASE_GRANTED).isPresent();
  }

  private void show(ApiKey key, SecondFactor factor, UnlockChoice choice) {
    CallingAddresses.Seen seen = calling.of(key, factor);
    Map<String, List<String>> kept = refused.recall(path(key), errors);
    String here = browser.visitor().address();
    boolean limited = !key.restrictions().addresses().isEmpty();
    models.put("method", factor.method().code());
    models.put("lengths", UnlockLengths.upTo(choice.longest()));
    models.put("actionGroups", actions.byGroup(key.permissions()));
    models.put("currencies", actions.currencies());
    models.put("limited", limited);
    models.put("accepted", seen.accepted().orElse(null));
    models.put("asked", seen.asked().orElse(null));
    models.put("here", here);
    models.put("length", first(kept, "length", "60"));
    models.put("until", first(kept, "until", ""));
    models.put("from", first(kept, "from", seen.suggested(here, limited)));
    models.put("amount", first(kept, "amount", ""));
    models.put("currency", first(kept, "currency", ""));
    Set<String> ticked =
        kept.containsKey("action") ? new TreeSet<>(kept.get("action")) : actions.usual();
    models.put("ticked", ticked);
  }

  private static String first(Map<String, List<String>> kept, String field, String otherwise) {
    return kept.getOrDefault(field, List.of()).stream().findFirst().orElse(otherwise);
  }

  private static String path(ApiKey key) {
    return "/api-keys/" + key.id() + "/unlock";
  }
}
