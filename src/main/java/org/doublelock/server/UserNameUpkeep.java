package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.account.UserNameLooks;

/** Sees to it at each start that it is known of every user name what it looks like. */
@Singleton
@Startup
public class UserNameUpkeep {

  private static final Logger LOG = Logger.getLogger(UserNameUpkeep.class.getName());

  @Inject private UserNameLooks looks;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void note() {
    try {
      Optional<UUID> last = looks.noteSome(Optional.empty());
      while (last.isPresent()) {
        last = looks.noteSome(last);
      }
    } catch (EJBException meanwhile) {
      // another node that starts does the same; what both leave out is done at the next start
      LOG.log(Level.INFO, "looks of user names were left out", meanwhile);
    }
  }
}
