package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.account.factor.AuthenticatorSetup;
import org.doublelock.otp.AppEntry;
import org.doublelock.web.look.AppName;
import org.doublelock.web.message.PageMessages;

/** What the secrets that pages hand out are called in the phone, in the page's language. */
@RequestScoped
public class AppEntries {

  private static final String MOMENT = "d MMM HH:mm'Z'";

  @Inject private AppName appName;
  @Inject private PageMessages messages;

  /** The name that all entries of the installation have in common. */
  public String issuer() {
    return appName.in(messages.getLanguage());
  }

  /**
   * The entry of an API key.
   *
   * @param replacing when it was made, if the phone holds one of this key that still serves
   */
  public AppEntry ofKey(String holder, String key, Optional<Instant> replacing) {
    return new AppEntry(issuer(), holder, key, replacing.map(this::mark).orElse(""));
  }

  /** The entry of an app to sign in with. No user name has a blank, so no key's is the same. */
  AppEntry ofSignIn(String holder, AuthenticatorSetup setup) {
    String mark = setup.replaced().isPresent() ? mark(setup.begun()) : "";
    return new AppEntry(issuer(), messages.plain("app-entry.sign-in", holder), setup.name(), mark);
  }

  /** Of each its own, since a second replacement finds the first one in the phone. */
  private String mark(Instant given) {
    String moment =
        DateTimeFormatter.ofPattern(MOMENT, Locale.forLanguageTag(messages.getLanguage()))
            .format(given.atOffset(ZoneOffset.UTC));
    return messages.plain("app-entry.new", moment);
  }
}
