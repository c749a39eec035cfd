package org.doublelock.account.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.mailaddress.web.MailAddressPages;
import org.doublelock.account.provider.IdentityLinks.Standing;
import org.doublelock.account.provider.web.ProviderLinkPages;
import org.doublelock.account.web.StatusLine.Level;

/** What protects an account and what does not yet: a line for each thing, the worst first. */
public record SecurityStatus(List<StatusLine> lines) {

  /** With more browsers than that signed in, one of them may be forgotten. */
  private static final int FEW_BROWSERS = 4;

  static SecurityStatus of(AccountState account) {
    List<StatusLine> lines = new ArrayList<>();
    lines.add(signIn(account));
    if (account.factor()) {
      lines.add(recovery(account));
    }
    lines.add(keys(account));
    if (account.mail()) {
      lines.add(mail(account));
    }
    lines.add(browsers(account));
    account.provider().map(SecurityStatus::provider).ifPresent(lines::add);
    if (!isByProviderAlone(account)) {
      lines.add(
          StatusLine.of(
              Level.FINE,
              "status.password",
              "status.password.state",
              "password.submit",
              "/security/password"));
    }
    lines.sort(Comparator.comparing(StatusLine::level));
    return new SecurityStatus(List.copyOf(lines));
  }

  /** How many things there are to do. */
  public long getOpen() {
    return lines.stream().filter(line -> line.level().compareTo(Level.NOTE) < 0).count();
  }

  private static boolean isByProviderAlone(AccountState account) {
    return account.provider().filter(AccountState.Provider::alone).isPresent();
  }

  private static StatusLine provider(AccountState.Provider provider) {
    boolean none = provider.standing() == Standing.NONE;
    return StatusLine.of(
            Level.FINE,
            "status.provider",
            none ? "status.provider.none" : "status.provider.linked",
            none ? "status.provider.link" : "status.provider.see",
            ProviderLinkPages.PAGE)
        .with(provider.name(), "");
  }

  private static StatusLine signIn(AccountState account) {
    if (isByProviderAlone(account) && !account.factor()) {
      return StatusLine.of(
              Level.FINE,
              "status.sign-in",
              "status.sign-in.provider",
              "authenticator.new",
              "/security/authenticators/new")
          .with(account.provider().get().name(), "");
    }
    return account.factor()
        ? StatusLine.of(
            Level.FINE,
            "status.sign-in",
            "status.sign-in.factor",
            "status.sign-in.see",
            "/security/two-factor#sign-in-heading")
        : StatusLine.of(
            Level.NOW,
            "status.sign-in",
            "status.sign-in.password",
            "authenticator.new",
            "/security/authenticators/new");
  }

  private static StatusLine recovery(AccountState account) {
    boolean none = account.codesLeft() == 0 || !account.codesKept();
    boolean few = account.codesLeft() <= RecoveryCodes.FEW;
    String state = account.codesKept() ? "status.recovery.left" : "status.recovery.not-kept";
    return StatusLine.of(
            none ? Level.NOW : few ? Level.SOON : Level.FINE,
            "recovery.title",
            state,
            "recovery.renew",
            "/security/recovery-codes")
        .with(account.codesLeft(), "");
  }

  private static StatusLine keys(AccountState account) {
    return account.required().map(SecurityStatus::required).orElseGet(() -> anyKeys(account));
  }

  private static StatusLine required(AccountState.Required required) {
    return keys(
            required.inForce() ? Level.NOW : Level.SOON,
            required.inForce() ? "status.keys.refused" : "status.keys.required")
        .with(required.keys(), required.from());
  }

  private static StatusLine anyKeys(AccountState account) {
    AccountState.Keys keys = account.keys();
    if (keys.areAllOn() && keys.unlocked() > 0) {
      return keys(Level.NOTE, "status.keys.unlocked").with(keys.unlocked(), keys.all());
    }
    if (keys.areAllOn() && keys.disabled() > 0) {
      return keys(Level.NOTE, "status.keys.disabled").with(keys.disabled(), keys.all());
    }
    return keys(
            keys.areAllOn() ? Level.FINE : Level.SOON,
            keys.all() == 0 ? "status.keys.none" : "status.keys.on")
        .with(keys.on(), keys.all());
  }

  private static StatusLine keys(Level level, String state) {
    return StatusLine.of(level, "status.keys", state, "nav.two-factor", "/security/two-factor");
  }

  private static StatusLine mail(AccountState account) {
    boolean given = account.address().isPresent();
    return StatusLine.of(
            given ? Level.FINE : Level.SOON,
            "status.mail",
            given ? "status.mail.given" : "status.mail.none",
            given ? "status.mail.change" : "status.mail.add",
            MailAddressPages.PAGE)
        .with(account.address().orElse(""), "");
  }

  private static StatusLine browsers(AccountState account) {
    return StatusLine.of(
            account.browsers() > FEW_BROWSERS ? Level.SOON : Level.FINE,
            "status.browsers",
            "status.browsers.signed-in",
            "status.browsers.see",
            "/security/sessions")
        .with(account.browsers(), "");
  }
}
