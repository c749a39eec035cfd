package org.doublelock.apikey.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.doublelock.activity.web.CallCharts;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.DescriptionTaken;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.apikey.KeyList;
import org.doublelock.apikey.KeyLists;
import org.doublelock.apikey.KeySearch;
import org.doublelock.apikey.Permissions;
import org.doublelock.apikey.Preset;
import org.doublelock.apikey.TooManyKeys;
import org.doublelock.secondfactor.web.KeyPages;
import org.doublelock.secondfactor.web.KeyRow;
import org.doublelock.secondfactor.web.KeyRows;
import org.doublelock.web.form.ShownOnce;
import org.doublelock.web.message.PageMessages;

/** Making, editing, disabling, rolling and deleting API keys. */
@Controller
@RequestScoped
@Path("/api-keys")
@Produces("text/html")
public class ApiKeyPages extends KeyPages {

  private static final String EDITOR = "apikey/edit.jsp";
  private static final String CREATOR = "apikey/new.jsp";
  private static final String ONCE = "apikey/shown-once.jsp";
  private static final String LIST = "/api-keys";

  /** How long the old secret may stay valid after a roll, in hours. */
  private static final List<Long> OVERLAPS = List.of(0L, 1L, 24L, 168L);

  @Inject private KeyLists lists;
  @Inject private Permissions permissions;
  @Inject private KeyRows rows;
  @Inject private ShownOnce once;
  @Inject private PageMessages messages;
  @Inject private CallCharts charts;

  @GET
  public String list(@BeanParam KeyListQuery query) {
    KeySearch search = query.search();
    KeyList list = lists.page(person.account(), search, KeyListPage.ROWS);
    places.remember(LIST, search, list.page());
    models.put("list", new KeyListPage(LIST, search, list));
    models.put("keys", rows.of(list.keys()));
    return "apikey/list.jsp";
  }

  @GET
  @Path("new")
  public String form() {
    Map<String, List<String>> kept = refused.recall(LIST + "/new", errors);
    showForm(kept.isEmpty() ? ApiKeyForm.ofNew() : new ApiKeyForm(kept));
    return CREATOR;
  }

  @POST
  public Response create(MultivaluedMap<String, String> sent) {
    ApiKeyForm form = new ApiKeyForm(sent);
    Optional<Preset> chosen = Preset.fromCode(sent.getFirst("preset"));
    if (chosen.isPresent()) {
      form.tick(permissions.presets().getOrDefault(chosen.get(), List.of()));
      showForm(form);
      return Response.ok(CREATOR).build();
    }
    Optional<ApiKeyForm.Entered> entered =
        form.read(permissions, errors, Optional.empty(), clock.instant());
    if (entered.isEmpty() || !confirmed(sent.getFirst("confirmation"))) {
      return again(form, CREATOR);
    }
    try {
      ApiKeyForm.Entered key = entered.get();
      showOnce(
          keys.issue(
              person.account(),
              key.description(),
              key.permissions(),
              key.restrictions(),
              clock.instant()),
          Optional.empty());
      return Response.ok(ONCE).build();
    } catch (DescriptionTaken taken) {
      errors.add("description", "api-key.description.taken");
      return again(form, CREATOR);
    } catch (TooManyKeys enough) {
      errors.add("", "api-key.too-many", keys.most());
      return again(form, CREATOR);
    }
  }

  @GET
  @Path("{id}")
  public String edit() {
    ApiKey key = owned();
    Map<String, List<String>> kept = refused.recall(LIST + "/" + key.id(), errors);
    showForm(kept.isEmpty() ? ApiKeyForm.of(key) : new ApiKeyForm(kept));
    showKey(key);
    showCalls(key);
    return EDITOR;
  }

  @POST
  @Path("{id}")
  public Response save(MultivaluedMap<String, String> sent) {
    ApiKeyForm form = new ApiKeyForm(sent);
    ApiKey key = owned();
    if (!key.settingsMark().equals(form.text("seen"))) {
      return changed(key);
    }
    showKey(key);
    Optional<ApiKeyForm.Entered> entered =
        form.read(permissions, errors, Optional.of(key), clock.instant());
    if (entered.isEmpty() || !confirmed(sent.getFirst("confirmation"))) {
      return again(form, EDITOR);
    }
    try {
      ApiKeyForm.Entered change = entered.get();
      if (!keys.edit(
          key,
          form.text("seen"),
          change.description(),
          change.permissions(),
          change.restrictions(),
          clock.instant())) {
        return changed(key);
      }
    } catch (DescriptionTaken taken) {
      errors.add("description", "api-key.description.taken");
      return again(form, EDITOR);
    }
    notice.say("api-key.saved", entered.get().description().text());
    return Response.seeOther(places.uri(LIST)).build();
  }

  /** What can be done to a key beside editing it, each with a page that asks first. */
  @GET
  @Path("{id}/{act: disable|enable|roll|delete}")
  public String ask(@PathParam("act") String act) {
    ApiKey key = owned();
    showKey(key);
    models.put("act", act);
    models.put("typed", refused.recall(pageOf(key, act), errors, "typed"));
    return act.equals("roll") ? "apikey/roll.jsp" : "apikey/act.jsp";
  }

  @POST
  @Path("{id}/disable")
  public Response disable(@FormParam("confirmation") String confirmation) {
    return switchOver("disable", "api-key.disabled", confirmation, keys::disable);
  }

  @POST
  @Path("{id}/enable")
  public Response enable(@FormParam("confirmation") String confirmation) {
    return switchOver("enable", "api-key.enabled", confirmation, keys::enable);
  }

  private Response switchOver(
      String act, String said, String confirmation, BiConsumer<ApiKey, Instant> switching) {
    ApiKey key = owned();
    if (!confirmed(confirmation)) {
      return askAgain(key, act, "");
    }
    switching.accept(key, clock.instant());
    return done(said, key);
  }

  @POST
  @Path("{id}/roll")
  public Response roll(
      @FormParam("overlapHours") String overlapHours,
      @FormParam("confirmation") String confirmation) {
    ApiKey key = owned();
    Optional<Long> overlap =
        OVERLAPS.stream().filter(hours -> hours.toString().equals(overlapHours)).findFirst();
    if (overlap.isEmpty()) {
      errors.add("overlapHours", "api-key.roll.overlap.missing");
    }
    if (overlap.isEmpty() || !confirmed(confirmation)) {
      return askAgain(key, "roll", overlap.map(String::valueOf).orElse(""));
    }
    KeyRow row = rows.of(key); // before the secret is replaced: from there on nothing may fail
    showOnce(keys.roll(key, Duration.ofHours(overlap.get()), clock.instant()), Optional.of(row));
    return Response.ok(ONCE).build();
  }

  @POST
  @Path("{id}/delete")
  public Response delete(
      @FormParam("description") String typed, @FormParam("confirmation") String confirmation) {
    ApiKey key = owned();
    if (typed == null || !new Description(key.description()).isLike(typed)) {
      errors.add("description", "api-key.delete.mistyped");
    }
    if (errors.isAny() || !confirmed(confirmation)) {
      return askAgain(key, "delete", typed == null ? "" : typed);
    }
    keys.delete(key, clock.instant());
    return done("api-key.deleted", key);
  }

  private Response done(String message, ApiKey key) {
    notice.say(message, key.description());
    return Response.seeOther(places.uri(LIST)).build();
  }

  private Response askAgain(ApiKey key, String act, String typed) {
    return refused.sendBack(pageOf(key, act), errors, "typed", typed);
  }

  private static String pageOf(ApiKey key, String act) {
    return "/api-keys/" + key.id() + "/" + act;
  }

  /** Shown anew as it is now: what was typed would take back what was changed meanwhile. */
  private Response changed(ApiKey key) {
    errors.add("", "api-key.changed");
    return refused.sendBack(LIST + "/" + key.id(), errors);
  }

  private Response again(ApiKeyForm form, String view) {
    showForm(form);
    return Response.status(422).entity(view).build();
  }

  private void showForm(ApiKeyForm form) {
    models.put("form", form);
    models.put("permissionGroups", permissions.byGroup());
    models.put("presets", permissions.presets());
  }

  private void showKey(ApiKey key) {
    models.put("key", key);
    models.put("row", rows.of(key));
    models.put("overlaps", OVERLAPS);
    key.previousSecretUntil(clock.instant()).ifPresent(end -> models.put("previousUntil", end));
  }

  private void showCalls(ApiKey key) {
    charts.of(key.id().value(), clock.instant()).ifPresent(each -> models.put("charts", each));
  }

  /**
   * Reads nothing: what failed here would take along the only sight of the secret.
   *
   * @param rolled how the key stands that had a secret before; empty for a new one
   */
  private void showOnce(IssuedKey issued, Optional<KeyRow> rolled) {
    once.mark();
    models.put("key", issued.key());
    models.put("rolled", rolled.isPresent());
    models.put("row", rolled.orElseGet(() -> rows.ofNew(issued.key())));
    models.put("secret", issued.secret().readBase64());
    models.put("copies", KeyCopies.of(issued, messages));
  }
}
