package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.apikey.KeyLists;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.mail.MailSettings;
import org.doublelock.policy.FactorDemand;
import org.doublelock.policy.UnmetKeys;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.unlocking.Leases;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.message.PageTimes;

/** "Security": how the account stands, with the next step of each thing. */
@Controller
@RequestScoped
@Path("/security")
@Produces("text/html")
public class SecurityPages extends FormPages {

  @Inject private AccountFactors signInFactors;
  @Inject private RecoveryCodes recovery;
  @Inject private MailSettings mail;
  @Inject private MailAddresses addresses;
  @Inject private OpenSessions sessions;
  @Inject private ProviderSettings provider;
  @Inject private IdentityLinks links;
  @Inject private LocalSignIn localSignIn;
  @Inject private Accounts accounts;
  @Inject private ApiKeys keys;
  @Inject private KeyLists lists;
  @Inject private SecondFactors factors;
  @Inject private Leases leases;
  @Inject private FactorDemand demand;
  @Inject private UnmetKeys unmet;
  @Inject private PageTimes times;
  @Inject private SecurityEvents events;

  @GET
  public String overview() {
    AccountId account = person.account();
    AccountState state = state(account);
    models.put("status", SecurityStatus.of(state));
    models.put("steps", steps(account, state));
    return "account/security.jsp";
  }

  private AccountState state(AccountId account) {
    return new AccountState(
        new AccountState.Keys(
            keys.count(account),
            factors.number(account),
            lists.disabled(account),
            leases.number(account)),
        signInFactors.areOn(account),
        recovery.left(account),
        recovery.areKept(account),
        mail.isOn(),
        addresses.of(account).map(now -> now.address().text()),
        sessions.of(account, person.session(), clock.instant()).size(),
        required(account, clock.instant()),
        provider(account));
  }

  private Optional<AccountState.Provider> provider(AccountId account) {
    if (!provider.isOn()) {
      return Optional.empty();
    }
    boolean local = accounts.find(account).filter(localSignIn::isOpenTo).isPresent();
    return Optional.of(new AccountState.Provider(provider.getName(), links.of(account), !local));
  }

  private Optional<AccountState.Required> required(AccountId account, Instant now) {
    return Optional.of(unmet.number(account, now))
        .filter(keys -> keys > 0)
        .map(
            keys ->
                new AccountState.Required(keys, times.text(demand.from()), demand.isInForce(now)));
  }

  private FirstSteps steps(AccountId account, AccountState state) {
    return new FirstSteps(
        state.keys().all() > 0 || lists.hadAny(account),
        state.keys().on() > 0
            || events.number(account.value(), EventKind.TWO_FACTOR_ON, Instant.EPOCH) > 0,
        lists.everCalled(account));
  }
}
