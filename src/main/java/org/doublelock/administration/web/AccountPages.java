package org.doublelock.administration.web;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.Position;
import org.doublelock.administration.AccountSearch;
import org.doublelock.administration.ActOutcome;
import org.doublelock.administration.OperatorActs;
import org.doublelock.administration.SeenAccount;
import org.doublelock.administration.StatedReason;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.edge.RowId;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.policy.FactorDemand;
import org.doublelock.policy.UnmetKeys;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.form.RefusedForm;
import org.doublelock.web.message.PageMessages;

/** Finding an account, seeing what happened to it, and the few things an operator can do to it. */
@Controller
@RequestScoped
@Path("/operator/accounts")
@Produces("text/html")
public class AccountPages extends FormPages {

  private static final Logger LOG = Logger.getLogger(AccountPages.class.getName());
  private static final String PAGE = "/operator/accounts";
  private static final String ACTS = "lock|unlock|reset|release|admit";
  private static final int EVENTS = 10;

  @Inject private OperatorInRole operator;
  @Inject private AccountSearch search;
  @Inject private Accounts accounts;
  @Inject private AccountFactors factors;
  @Inject private MailAddresses addresses;
  @Inject private IdentityLinks links;
  @Inject private LocalSignIn local;
  @Inject private ProviderSettings provider;
  @Inject private ApiKeys keys;
  @Inject private ActivityLog log;
  @Inject private OperatorActs acts;
  @Inject private FactorDemand demand;
  @Inject private UnmetKeys unmet;
  @Inject private PageMessages messages;

  @GET
  public String form() {
    operator.require();
    models.put("typed", refused.recall(PAGE, errors, "account"));
    if (demand.isOn()) {
      models.put("demand", demand);
      models.put(
          "permissions",
          demand.permissions().stream()
              .map(one -> messages.plain("permission." + one.code()))
              .collect(Collectors.joining(", ")));
      models.put("unmet", unmet.number(clock.instant()));
    }
    return "administration/accounts.jsp";
  }

  /** Not by the address of a page, which is written into logs: it may be a mail address. */
  @POST
  @Path("find")
  public Response find(@FormParam("account") String typed) {
    operator.require();
    Optional<Account> found = search.find(typed);
    if (found.isEmpty()) {
      errors.add("account", "operator.find.none");
      return refused.sendBack(PAGE, errors, "account", typed);
    }
    return Response.seeOther(URI.create(pageOf(found.get()))).build();
  }

  @GET
  @Path("{id}")
  public String account(@PathParam("id") String id, @QueryParam("before") String before) {
    Account account = named(id);
    Optional<Position> place = Optional.ofNullable(before).flatMap(Position::parse);
    models.put("entries", log.events(account.id().value(), Optional.empty(), place, EVENTS));
    models.put("first", place.isEmpty());
    models.put("factors", factors.number(account.id()));
    models.put("keys", keys.count(account.id()));
    addresses.of(account.id()).ifPresent(mail -> models.put("address", mail.address().text()));
    models.put("own", isOwn(account));
    models.put("byProvider", links.isKnown(account.id()));
    models.put("admissible", isAdmissible(account));
    models.put("admittedUntil", links.admittedUntil(account.id(), clock.instant()).orElse(null));
    refused.recall(pageOf(account), errors);
    return "administration/account.jsp";
  }

  private void requirePossible(String act, Account account) {
    requireThere(!act.equals("admit") || isAdmissible(account));
  }

  /**
   * Not where the provider is gone, whose people are released; nor would it do to make somebody
   * there an operator for good.
   */
  private boolean isAdmissible(Account account) {
    return provider.isOn() && !operator.isNamed(account);
  }

  @GET
  @Path("{id}/{act: " + ACTS + "}")
  public String ask(@PathParam("id") String id, @PathParam("act") String act) {
    Account account = another(id);
    requirePossible(act, account);
    models.put("reason", refused.recall(pageOf(account) + "/" + act, errors, "reason"));
    models.put("seen", seen(account));
    models.put("act", act);
    models.put("linkEnds", endsLink(act, account));
    return "administration/act.jsp";
  }

  /** As it was when the page was opened, however often a wrong confirmation has led back to it. */
  private String seen(Account account) {
    String before = errors.typed("seen");
    return before.isEmpty() ? SeenAccount.of(account).mark() : before;
  }

  @POST
  @Path("{id}/{act: " + ACTS + "}")
  public Response act(
      @PathParam("id") String id,
      @PathParam("act") String act,
      @FormParam("seen") String mark,
      @FormParam("reason") String typed,
      @FormParam("confirmation") String confirmation) {
    Account account = another(id);
    requirePossible(act, account);
    SeenAccount seen = SeenAccount.of(account.id(), mark);
    String name = person.getName();
    Optional<StatedReason> reason = StatedReason.parse(name, typed);
    if (reason.isEmpty()) {
      errors.add("reason", "operator.reason.wrong");
    }
    if (errors.isAny() || !confirmed(confirmation)) {
      Map<String, List<String>> kept = new LinkedHashMap<>(RefusedForm.bounded("reason", typed));
      kept.put("seen", List.of(seen.mark()));
      return refused.sendBack(pageOf(account) + "/" + act, errors, kept);
    }
    if (acts.carryOut(act, seen, reason.get(), clock.instant()) == ActOutcome.CHANGED) {
      errors.add("", "operator.changed");
      return refused.sendBack(pageOf(account), errors); // where what happened to it is to be seen
    }
    LOG.info(() -> "operator " + name + ": " + act + " of the account " + account.userName());
    notice.say("operator." + act + ".done", account.userName());
    return Response.seeOther(URI.create(pageOf(account))).build();
  }

  /** Its holder has a password to come back with; the two acts on the link say what they do. */
  private boolean endsLink(String act, Account account) {
    return provider.isOn()
        && !Set.of("release", "admit").contains(act)
        && links.isKnown(account.id())
        && local.isOpenTo(account);
  }

  private Account named(String id) {
    operator.require();
    Account account =
        RowId.parse(id)
            .map(AccountId::new)
            .flatMap(accounts::find)
            .orElseThrow(NotFoundException::new);
    models.put("account", account);
    return account;
  }

  /** Operators do not use these on themselves: they would get around their own second factor. */
  private Account another(String id) {
    Account account = named(id);
    requireThere(!isOwn(account));
    return account;
  }

  private boolean isOwn(Account account) {
    return account.id().equals(person.account());
  }

  private static String pageOf(Account account) {
    return PAGE + "/" + account.id();
  }
}
