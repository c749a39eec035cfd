package org.doublelock.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.locale.LocaleResolver;
import jakarta.mvc.locale.LocaleResolverContext;
import jakarta.ws.rs.core.Cookie;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The language of a page: the one the person chose (a cookie), else the first one the browser asks
 * for that there are messages in, else English.
 */
@ApplicationScoped
@Priority(1000)
public class PageLanguage implements LocaleResolver {

  /** The cookie that keeps a person's choice; its value is a language code. */
  public static final String COOKIE = "doublelock-language";

  private DeployedMessages messages;

  protected PageLanguage() {
    // for the CDI proxy
  }

  @Inject
  public PageLanguage(DeployedMessages messages) {
    this.messages = messages;
  }

  @Override
  public Locale resolveLocale(LocaleResolverContext context) {
    Cookie chosen = context.getCookie(COOKIE);
    Stream<String> wanted =
        Stream.concat(
            Stream.ofNullable(chosen).map(Cookie::getValue),
            context.getAcceptableLanguages().stream().map(Locale::getLanguage));
    return wanted
        .filter(messages.catalogue().languages()::contains)
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.ENGLISH);
  }
}
