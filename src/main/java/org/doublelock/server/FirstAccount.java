package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.Accounts;
import org.doublelock.account.UserName;
import org.doublelock.account.registration.StartingAccount;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The account to begin with. On the embedded database the demo account, whose password is set anew
 * at each start; on a configured one, what the operator names, once, while there is no account yet.
 */
@Singleton
@Startup
public class FirstAccount {

  /** The user name of the demo account. */
  public static final String DEMO = "demo";

  @Inject private Accounts accounts;
  @Inject private StartingAccount starting;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "doublelock.db.url")
  private Optional<String> configuredDatabase;

  @Inject
  @ConfigProperty(name = "doublelock.demo.password")
  private Optional<String> demoPassword;

  @Inject
  @ConfigProperty(name = "doublelock.bootstrap.user")
  private Optional<String> bootstrapUser;

  @Inject
  @ConfigProperty(name = "doublelock.bootstrap.password")
  private Optional<String> bootstrapPassword;

  /** Without a transaction of its own, since a slow hash is computed in it. */
  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void open() {
    if (configuredDatabase.isEmpty()) {
      demoPassword.ifPresent(
          password -> starting.openOrReset(new UserName(DEMO), password, clock.instant()));
    } else if (bootstrapUser.isPresent() && bootstrapPassword.isPresent() && accounts.isEmpty()) {
      starting.openFirst(name(bootstrapUser.get()), bootstrapPassword.get(), clock.instant());
    }
  }

  private static UserName name(String typed) {
    return UserName.parseNew(typed)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "doublelock.bootstrap.user has to be a user name: 3 to 64 letters, digits and"
                        + " . _ - @ +"));
  }
}
