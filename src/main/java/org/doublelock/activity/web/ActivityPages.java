package org.doublelock.activity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.doublelock.account.SignedIn;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.CallOutcome;
import org.doublelock.apikey.ApiKeys;

/** What happened to the account and its keys, and every call with them. */
@Controller
@RequestScoped
@Path("/activity")
@Produces("text/html")
public class ActivityPages {

  private static final int ROWS = 30;

  @Inject private ActivityLog log;
  @Inject private ApiKeys keys;
  @Inject private SignedIn person;
  @Inject private Models models;

  @GET
  public String events(@BeanParam ActivityFilter filter) {
    models.put("entries", log.events(account(), filter.apiKey(), filter.before(), ROWS));
    show(filter);
    return "activity/events.jsp";
  }

  @GET
  @Path("calls")
  public String calls(@BeanParam ActivityFilter filter) {
    models.put(
        "entries", log.calls(account(), filter.apiKey(), filter.outcome(), filter.before(), ROWS));
    models.put("outcomes", CallOutcome.values());
    show(filter);
    return "activity/calls.jsp";
  }

  private void show(ActivityFilter filter) {
    models.put("filter", filter);
    models.put("first", filter.before().isEmpty());
    models.put("keyNames", keys.names(person.account()));
  }

  private UUID account() {
    return person.account().value();
  }
}
