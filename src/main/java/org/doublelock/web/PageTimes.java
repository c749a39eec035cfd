package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** Instants as people write them in the page's language and their region, in UTC. */
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

  /** The language and region, as a script names them, such as {@code en-GB}. */
  public String getLocale() {
    return language.regional().toLanguageTag();
  }

  /** The instant for machines, to the millisecond: HTML knows no finer fraction. */
  public String exact(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Date and time, such as {@code 23 Nov 2026, 17:46 UTC}. */
  public String text(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language.regional())
            .format(instant.atOffset(ZoneOffset.UTC))
        + " UTC";
  }
}
