package org.doublelock.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The accounts whose holders run this deployment: named by {@code doublelock.operator.accounts},
 * never by default.
 */
@Named("operators")
@ApplicationScoped
public class Operators {

  private Set<String> keys;

  protected Operators() {
    // for the CDI proxy
  }

  /**
   * @param names user names, divided by commas
   */
  @Inject
  public Operators(@ConfigProperty(name = "doublelock.operator.accounts") Optional<String> names) {
    this.keys =
        names.stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(Operators::key)
            .collect(Collectors.toUnmodifiableSet());
  }

  public boolean areNamed() {
    return !keys.isEmpty();
  }

  public boolean includes(Account account) {
    return include(account.userName());
  }

  /** The same by the name of an account. */
  public boolean include(String userName) {
    return keys.contains(key(userName));
  }

  private static String key(String name) {
    return UserName.parse(name)
        .map(UserName::key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "doublelock.operator.accounts holds no user name: " + name));
  }
}
