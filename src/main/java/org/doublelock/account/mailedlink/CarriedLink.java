package org.doublelock.account.mailedlink;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.BearerToken;

/**
 * The link of a mail that somebody is following. Its token is in the address of the first page
 * alone, which leads on at once: so it stands neither in the history nor in the address of what
 * they see.
 */
@SessionScoped
public class CarriedLink implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<LinkPurpose, String> tokens = new EnumMap<>(LinkPurpose.class);

  /** Keeps what was sent, whatever it is. */
  public void keep(LinkPurpose purpose, String sent) {
    BearerToken.parse(sent)
        .ifPresentOrElse(token -> tokens.put(purpose, token.read()), () -> tokens.remove(purpose));
  }

  public Optional<BearerToken> token(LinkPurpose purpose) {
    return BearerToken.parse(tokens.get(purpose));
  }

  public void drop(LinkPurpose purpose) {
    tokens.remove(purpose);
  }
}
