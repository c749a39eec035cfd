package org.doublelock.web.message;

import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as the page's language says it. Views write {@code ago.text(at)}. */
@Named("ago")
@RequestScoped
public class RelativeTimes {

  @Inject private PageLanguage language;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  /** In the largest whole unit, such as {@code 3 minutes ago}; what is to come is just now. */
  public String text(Instant instant) {
    Duration passed = Duration.between(instant, clock.instant());
    if (passed.toMinutes() < 1) {
      return messages.plain("times.just-now");
    }
    RelativeDateTimeFormatter words =
        RelativeDateTimeFormatter.getInstance(ULocale.forLocale(language.locale()));
    if (passed.toHours() < 1) {
      return words.format(passed.toMinutes(), Direction.LAST, RelativeUnit.MINUTES);
    }
    if (passed.toDays() < 1) {
      return words.format(passed.toHours(), Direction.LAST, RelativeUnit.HOURS);
    }
    return words.format(passed.toDays(), Direction.LAST, RelativeUnit.DAYS);
  }
}
