package org.doublelock.web.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.doublelock.edge.SiteCookie;
import org.doublelock.web.KeptLook;

/**
 * The language of a page: the one the person chose (kept with the account, or in the browser), else
 * the first one the browser asks for that there are messages in, else English.
 */
@RequestScoped
public class PageLanguage {

  /** The cookie that keeps a person's choice; its value is a language code. */
  public static final SiteCookie COOKIE = new SiteCookie("doublelock-language");

  private HttpServletRequest request;
  private DeployedMessages messages;
  private KeptLook kept;
  private Locale locale;

  protected PageLanguage() {
    // for the CDI proxy
  }

  @Inject
  public PageLanguage(HttpServletRequest request, DeployedMessages messages, KeptLook kept) {
    this.request = request;
    this.messages = messages;
    this.kept = kept;
  }

  /** Found out once: every text of the page asks for it. */
  public Locale locale() {
    if (locale == null) {
      locale = find();
    }
    return locale;
  }

  /**
   * The language as it is written where the person is: with the region that the browser asks for
   * together with it, else with the first one it names. Without any, the language alone.
   */
  Locale regional() {
    String language = locale().getLanguage();
    if (request.getHeader("Accept-Language") == null) {
      return locale();
    }
    List<Locale> regions =
        Collections.list(request.getLocales()).stream()
            .filter(asked -> !asked.getCountry().isEmpty())
            .toList();
    return regions.stream()
        .filter(asked -> asked.getLanguage().equals(language))
        .findFirst()
        .or(() -> regions.stream().findFirst())
        .map(asked -> new Locale(language, asked.getCountry()))
        .orElse(locale());
  }

  private Locale find() {
    return Stream.concat(kept.get().language().stream(), Stream.concat(chosen(), asked()))
        .filter(messages.catalogue().languages()::contains)
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.ENGLISH);
  }

  private Stream<String> chosen() {
    return COOKIE.read(request).stream();
  }

  private Stream<String> asked() {
    return request.getHeader("Accept-Language") == null
        ? Stream.empty()
        : Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
  }
}
