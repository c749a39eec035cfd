package org.doublelock.web.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.doublelock.web.message.DeployedMessages;

/** What the installation calls itself: as its theme says, else by the product's name. */
@ApplicationScoped
public class AppName {

  private DeployedMessages messages;
  private Themes themes;

  protected AppName() {
    // for the CDI proxy
  }

  @Inject
  public AppName(DeployedMessages messages, Themes themes) {
    this.messages = messages;
    this.themes = themes;
  }

  /** Where no page, and so nobody's own theme, is at hand. */
  public String in(String language) {
    return in(themes.untilChosen(), language);
  }

  String in(String theme, String language) {
    List<Theme> line = themes.lineage(theme);
    return line.stream()
        .flatMap(each -> each.in(language, "app-name").stream())
        .reduce((older, own) -> own)
        .orElseGet(() -> messages.catalogue().text(Locale.forLanguageTag(language), "app.name"));
  }
}
