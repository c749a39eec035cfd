package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.doublelock.account.Operators;
import org.doublelock.account.registration.RegistrationPolicy;
import org.doublelock.account.session.SessionLimits;
import org.doublelock.account.signin.SignInAddresses;
import org.doublelock.activity.Retention;
import org.doublelock.api.CallDeadline;
import org.doublelock.api.ForwardedCall;
import org.doublelock.api.GatewayCredential;
import org.doublelock.apikey.Permissions;
import org.doublelock.edge.Networks;
import org.doublelock.edge.OperatorCredential;
import org.doublelock.edge.PublicUrl;
import org.doublelock.edge.TrustedProxies;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.mail.MailSettings;
import org.doublelock.policy.FactorDemand;
import org.doublelock.sandbox.house.ExchangeTimer;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.CoolOff;
import org.doublelock.secondfactor.FactorLockout;
import org.doublelock.unlocking.UnlockPolicy;
import org.doublelock.vault.HashingSettings;
import org.doublelock.vault.PasswordRule;
import org.doublelock.vault.SecretVault;
import org.doublelock.verification.AddressLockouts;
import org.doublelock.web.look.Themes;

/** Uses at start what would otherwise fail at first use, so that a bad setting ends the start. */
@Singleton
@Startup
public class SettingsCheck {

  private static final String BOUND_TO = "start-up";

  @Inject private ActionPolicy policy;
  @Inject private SecretVault vault;
  @Inject private PublicUrl publicUrl;
  @Inject private TrustedProxies proxies;
  @Inject private OperatorCredential operator;
  @Inject private CoolOff coolOff;
  @Inject private FactorDemand demand;
  @Inject private UnlockPolicy unlocking;
  @Inject private SessionLimits limits;
  @Inject private PasswordRule passwords;
  @Inject private Operators operators;
  @Inject private ProviderSettings provider;
  @Inject private MailSettings mail;
  @Inject private RegistrationPolicy registration;
  @Inject private SignInAddresses addresses;
  @Inject private AddressLockouts callers;
  @Inject private HashingSettings hashing;
  @Inject private Networks networks;
  @Inject private FactorLockout lockout;
  @Inject private GatewayCredential gateway;
  @Inject private ForwardedCall forwarded;
  @Inject private CallDeadline callDeadline;
  @Inject private FunctionRegistry functions;
  @Inject private Permissions permissions;
  @Inject private Themes themes;
  @EJB private Retention retention;
  @EJB private ExchangeTimer exchange;

  @PostConstruct
  void use() {
    policy.appliesSelection();
    publicUrl.base();
    proxies.areNamed();
    operator.isConfigured();
    coolOff.length();
    demand.isOn();
    unlocking.longest();
    limits.idle();
    passwords.shortest();
    operators.areNamed();
    provider.isOn();
    mail.isOn();
    registration.isOpen();
    addresses.isLocked(BOUND_TO, Instant.EPOCH);
    callers.isLocked(BOUND_TO, Instant.EPOCH);
    hashing.areUnderstood();
    networks.of(BOUND_TO);
    lockout.rule();
    gateway.isConfigured();
    forwarded.isUnderstood();
    callDeadline.isUnderstood();
    retention.isUnderstood();
    exchange.isUnderstood();
    functions.all();
    permissions.byGroup();
    themes.untilChosen();
    vault.open(vault.seal(BOUND_TO.getBytes(StandardCharsets.UTF_8), BOUND_TO), BOUND_TO);
  }
}
