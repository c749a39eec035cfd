package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.mvc.MvcContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Instants as the page's language writes them, in UTC. */
@Named("times")
@RequestScoped
public class PageTimes {

  private MvcContext mvc;

  protected PageTimes() {
    // for the CDI proxy
  }

  @Inject
  public PageTimes(MvcContext mvc) {
    this.mvc = mvc;
  }

  /** Date and time, such as {@code 23 Nov 2026, 17:46 UTC}. */
  public String text(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(mvc.getLocale())
            .format(instant.atOffset(ZoneOffset.UTC))
        + " UTC";
  }
}
