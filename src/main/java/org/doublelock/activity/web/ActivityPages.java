package org.doublelock.activity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.account.session.SignedIn;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.CallGroup;
import org.doublelock.activity.CallOutcome;
import org.doublelock.activity.Entries;
import org.doublelock.apikey.KeyNames;
import org.doublelock.verification.Refusal;
import org.doublelock.web.help.HelpErrors;

/** What happened to the account and its keys, and every call with them. */
@Controller
@RequestScoped
@Path("/activity")
@Produces("text/html")
public class ActivityPages {

  /** So that a page stays under 15 KiB, which it is sent in unpacked. */
  private static final int ROWS = 10;

  /** As many keys as can be chosen from at once; others are searched for. */
  private static final int KEYS = 10;

  /** Where the help explains what a program was answered, by the code of the true reason. */
  private static final Map<String, String> HELPS =
      Stream.of(Refusal.values())
          .collect(
              Collectors.toMap(
                  Refusal::code,
                  refusal ->
                      HelpErrors.explainingAnswer(refusal.wireError()).orElse(HelpErrors.PAGE)));

  @Inject private ActivityLog log;
  @Inject private KeyNames keys;
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
    Entries<CallGroup> entries =
        log.groups(account(), filter.apiKey(), filter.outcome(), filter.before(), ROWS);
    Set<UUID> called =
        entries.shown().stream().map(group -> group.newest().apiKey()).collect(Collectors.toSet());
    models.put("entries", entries);
    models.put("called", keys.of(person.account(), called));
    models.put("existing", keys.existing(person.account(), called));
    models.put("helps", HELPS);
    models.put("outcomes", CallOutcome.values());
    show(filter);
    return "activity/calls.jsp";
  }

  private void show(ActivityFilter filter) {
    models.put("filter", filter);
    models.put("exportRows", ExportedRows.MAX);
    models.put("first", filter.before().isEmpty());
    Map<UUID, String> offered =
        new LinkedHashMap<>(keys.matching(person.account(), filter.search(), KEYS));
    models.put("manyKeys", offered.size() == KEYS || !filter.getWords().isEmpty());
    filter.apiKey().ifPresent(chosen -> offered.putAll(keys.of(person.account(), Set.of(chosen))));
    models.put("keyNames", offered);
  }

  private UUID account() {
    return person.account().value();
  }
}
