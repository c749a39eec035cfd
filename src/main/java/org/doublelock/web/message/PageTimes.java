package org.doublelock.web.message;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

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

  /** Date and time, such as {@code 23 Nov 2026, 17:46 UTC}; alike on every version of Java. */
  public String text(Instant instant) {
    DateFormat format =
        DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, language.regional());
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(instant)) + " UTC";
  }
}
