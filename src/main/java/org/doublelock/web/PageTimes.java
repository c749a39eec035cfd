package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Instants as the page's language writes them, in UTC. */
@Named("times")
@RequestScoped
public class PageTimes {

  private PageLanguage language;

  protected PageTimes() {
    // for the CDI proxy
  }

  @Inject
  public PageTimes(PageLanguage language) {
    this.language = language;
  }

  /** Date and time, such as {@code 23 Nov 2026, 17:46 UTC}. */
  public String text(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language.locale())
            .format(instant.atOffset(ZoneOffset.UTC))
        + " UTC";
  }
}
