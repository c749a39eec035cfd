package org.doublelock.web.look;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.mvc.security.Encoders;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.doublelock.edge.SiteCookie;
import org.doublelock.web.KeptLook;
import org.doublelock.web.LocalPath;
import org.doublelock.web.message.DeployedMessages;
import org.doublelock.web.message.PageLanguage;

/** How the page being drawn looks: its theme, and what can be chosen in its place. */
@Named("look")
@RequestScoped
public class Look {

  /** The cookie that keeps a person's choice of a theme, for when nobody is signed in. */
  static final SiteCookie THEME_COOKIE = new SiteCookie("doublelock-theme");

  private static final String FRAMEWORK = "bootstrap/css/bootstrap.min.css";
  private static final String FOLDER = "themes/";

  @Inject private HttpServletRequest request;
  @Inject private DeployedMessages messages;
  @Inject private PageLanguage language;
  @Inject private Themes themes;
  @Inject private StaticFiles files;
  @Inject private KeptLook kept;
  @Inject private AppName appName;
  @Inject private Encoders encoders;
  private String theme;

  /** The choice that holds: one of {@link #getThemes}. */
  public String getTheme() {
    if (theme == null) {
      theme = find();
    }
    return theme;
  }

  private String find() {
    return Stream.concat(kept.get().theme().stream(), THEME_COOKIE.read(request).stream())
        .filter(themes.choices()::contains)
        .findFirst()
        .orElse(themes.untilChosen());
  }

  public List<String> getThemes() {
    return themes.choices();
  }

  /** What a theme is called, escaped. */
  public String name(String theme) {
    return themes.isShipped(theme)
        ? encoders.html(text("theme." + theme))
        : encoders.html(inTheme(theme, "name").orElse(theme));
  }

  /** What the application calls itself, escaped. */
  public String getAppName() {
    return encoders.html(appName());
  }

  /** The title of the page's window, escaped. */
  public String title(String heading) {
    return encoders.html(
        messages.catalogue().text(language.locale(), "title.pattern", heading, appName()));
  }

  /** What the theme says at the foot of each page, escaped; empty when it says nothing. */
  public String getFooter() {
    return inTheme(getTheme(), "footer").map(encoders::html).orElse("");
  }

  /** The page's style sheets, in their order. */
  public List<Sheet> getSheets() {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(new Sheet(files.address(FRAMEWORK), "all"));
    themes.lineage(getTheme()).forEach(each -> sheets.add(sheet(each.id())));
    if (getTheme().equals(Themes.SYSTEM)) {
      sheets.add(new Sheet(file("night", "theme.css"), "screen and (prefers-color-scheme: dark)"));
    }
    return sheets;
  }

  /** Paper is for paper: what is printed has the base's colours, whatever the screen has. */
  private Sheet sheet(String theme) {
    return new Sheet(file(theme, "theme.css"), theme.equals(Theme.BASE) ? "all" : "screen");
  }

  /** The address of the logo, which is the icon of the page too. */
  public String getLogo() {
    List<Theme> line = themes.lineage(getTheme());
    String owner =
        line.stream().filter(Theme::hasLogo).map(Theme::id).reduce((older, own) -> own).orElse("");
    return file(owner, "logo.svg");
  }

  /** The address of what makes pages smoother. */
  public String getScript() {
    return file(Theme.BASE, "doublelock.js");
  }

  /** The languages there are, each called by its own name. */
  public List<Language> getLanguages() {
    return messages.catalogue().languages().stream()
        .map(code -> new Language(code, nameOf(code)))
        .toList();
  }

  /** The page's own path, to come back to, and its query where that leads back as well. */
  public String getPath() {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (failed != null) {
      return failed.toString();
    }
    Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    String path = asked == null ? request.getRequestURI() : asked.toString();
    Object query =
        asked == null
            ? request.getQueryString()
            : request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    if (query == null || !request.getMethod().equals("GET")) {
      return path;
    }
    return LocalPath.parse(path + "?" + query).map(place -> place.uri().toString()).orElse(path);
  }

  private String appName() {
    return appName.in(getTheme(), language.locale().getLanguage());
  }

  private String nameOf(String code) {
    return messages.catalogue().text(Locale.forLanguageTag(code), "language.name");
  }

  private String text(String key) {
    return messages.catalogue().text(language.locale(), key);
  }

  private String file(String theme, String name) {
    return files.address(FOLDER + theme + "/" + name);
  }

  private Optional<String> inTheme(String theme, String property) {
    return themes.lineage(theme).stream()
        .flatMap(each -> each.in(language.locale().getLanguage(), property).stream())
        .reduce((older, own) -> own);
  }

  /** A language and what its speakers call it. */
  public record Language(String code, String name) {}

  /**
   * A style sheet.
   *
   * @param media the condition under which it holds
   */
  public record Sheet(String address, String media) {}
}
