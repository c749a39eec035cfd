package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the page being drawn looks: its theme, and what can be chosen in its place. */
@Named("look")
@RequestScoped
public class Look {

  /** The cookie that keeps a person's choice of a theme. */
  static final String THEME_COOKIE = "doublelock-theme";

  /** Light or dark as the system is, or always one of the themes. */
  static final List<String> THEMES = List.of("system", "paper", "night", "contrast");

  private HttpServletRequest request;
  private DeployedMessages messages;

  protected Look() {
    // for the CDI proxy
  }

  @Inject
  public Look(HttpServletRequest request, DeployedMessages messages) {
    this.request = request;
    this.messages = messages;
  }

  public String getTheme() {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(THEME_COOKIE))
        .map(Cookie::getValue)
        .filter(THEMES::contains)
        .findFirst()
        .orElse("system");
  }

  public List<String> getThemes() {
    return THEMES;
  }

  /** The languages there are, each called by its own name. */
  public List<Language> getLanguages() {
    return messages.catalogue().languages().stream()
        .map(code -> new Language(code, nameOf(code)))
        .toList();
  }

  /** The page's own path, to come back to. */
  public String getPath() {
    Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    return asked == null ? request.getRequestURI() : asked.toString();
  }

  private String nameOf(String code) {
    return messages.catalogue().text(Locale.forLanguageTag(code), "language.name");
  }

  /** A language and what its speakers call it. */
  public record Language(String code, String name) {}
}
