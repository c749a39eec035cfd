package org.doublelock.account.provider;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.doublelock.account.session.PersonEntered;
import org.doublelock.account.session.Provided;

/** What the identity provider said of the person of this browser session; nothing else by it. */
@Named("provided")
@SessionScoped
public class ProvidedSession implements Serializable {

  private static final long serialVersionUID = 1L;

  private Provided provided;

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    provided = null;
  }

  public void keep(Provided said) {
    this.provided = said;
  }

  /** Forgets it, where the provider signs them in no more. */
  public void leave() {
    provided = null;
  }

  public Optional<Provided> find() {
    return Optional.ofNullable(provided);
  }

  /** Whether the person signed in by the provider. */
  public boolean isOpen() {
    return provided != null;
  }

  /** Whether the provider says that they run this installation. */
  public boolean isOperator() {
    return provided != null && provided.operator();
  }
}
