package org.doublelock.web.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.function.FunctionSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much of the help holds here: it explains nothing that this deployment does not offer. */
@Named("helpScope")
@ApplicationScoped
public class HelpScope {

  /**
   * The keys of what is said otherwise where no key can be unlocked, and what the other ends in.
   */
  static final Set<String> OF_UNLOCKING =
      Set.of("help.two-factor.change.2", "help.two-factor.required.2", "help.clients.tried.cannot");

  static final String WITHOUT_UNLOCKING = ".without-unlocking";

  /** The same where the simulated exchange is left out. */
  static final Set<String> OF_EXCHANGE = Set.of("help.error.unavailable.remedy");

  static final String WITHOUT_EXCHANGE = ".without-exchange";

  private static final String UNLOCK_TOPIC = "unlock";

  private boolean unlocking;
  private boolean exchange;

  protected HelpScope() {
    // for the CDI proxy
  }

  @Inject
  HelpScope(
      @ConfigProperty(name = "doublelock.unlock.allowed", defaultValue = "true") boolean unlocking,
      @Any Instance<FunctionSource> sources) {
    this(unlocking, sources.stream().noneMatch(FunctionSource::isAlone));
  }

  /**
   * @param unlocking whether keys can be unlocked for a while
   * @param exchange whether the functions of the simulated exchange are there
   */
  HelpScope(boolean unlocking, boolean exchange) {
    this.unlocking = unlocking;
    this.exchange = exchange;
  }

  List<HelpTopic> topics() {
    return HelpTopic.ALL.stream()
        .filter(topic -> unlocking || !topic.code().equals(UNLOCK_TOPIC))
        .toList();
  }

  Optional<HelpTopic> topic(String code) {
    return topics().stream().filter(topic -> topic.code().equals(code)).findFirst();
  }

  /** What functions refuse for reasons of their own, as far as it is known here. */
  List<HelpErrors.WireError> functionErrors() {
    return exchange ? HelpErrors.FUNCTIONS : List.of();
  }

  /** The key of the message that holds here, for the key of one that holds as a rule. */
  public String key(String key) {
    if (!unlocking && OF_UNLOCKING.contains(key)) {
      return key + WITHOUT_UNLOCKING;
    }
    return !exchange && OF_EXCHANGE.contains(key) ? key + WITHOUT_EXCHANGE : key;
  }
}
