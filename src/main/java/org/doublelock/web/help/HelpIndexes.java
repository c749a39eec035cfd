package org.doublelock.web.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.doublelock.web.message.DeployedMessages;

/** The help's index in each language that it was read in, made once: anyone may search it. */
@ApplicationScoped
class HelpIndexes {

  private final Map<Locale, HelpIndex> made = new ConcurrentHashMap<>();
  @Inject private DeployedMessages messages;
  @Inject private HelpScope scope;

  /**
   * @param locale of a language that there are messages in
   */
  HelpIndex in(Locale locale) {
    return made.computeIfAbsent(
        locale, language -> new HelpIndex(messages.catalogue(), language, scope));
  }
}
