package org.doublelock.account.mailedlink;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.BearerToken;

/**
 * The links of mails that somebody is following, in as many tabs. A token is in the address of the
 * first page alone, which leads on at once: so it stands neither in the history nor in the address
 * of what they see. There, and in the form, stands the link's {@link LinkHandle}.
 */
@SessionScoped
public class CarriedLinks implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * For each purpose: a session, one of somebody who is not signed in above all, is to hold no
   * more.
   */
  static final int MAX = 8;

  /**
   * The oldest first. What is in it is never changed: the session may be written down meanwhile.
   */
  private Map<LinkPurpose, List<String>> tokens = Map.of();

  /**
   * Keeps what was sent, whatever it is; of too many the oldest is dropped.
   *
   * @param page the path of the page that the link is about
   * @return that page, about this link
   */
  public synchronized URI keep(LinkPurpose purpose, String sent, String page) {
    Optional<LinkHandle> handle = BearerToken.parse(sent).map(LinkHandle::of);
    handle.ifPresent(
        kept -> {
          List<String> all = without(purpose, kept.text());
          all.add(sent);
          put(purpose, all.subList(Math.max(0, all.size() - MAX), all.size()));
        });
    return LinkHandle.page(page, handle.map(LinkHandle::text).orElse(null));
  }

  /**
   * The token of the one link that a page is about.
   *
   * @param handle as the page has sent it; may be null
   * @return empty when no such link is being followed here
   */
  public synchronized Optional<BearerToken> token(LinkPurpose purpose, String handle) {
    return of(purpose).stream()
        .flatMap(text -> BearerToken.parse(text).stream())
        .filter(token -> LinkHandle.of(token).text().equals(handle))
        .findFirst();
  }

  /**
   * Forgets that link; the others stay.
   *
   * @param handle as the page has sent it; may be null
   */
  public synchronized void drop(LinkPurpose purpose, String handle) {
    put(purpose, without(purpose, handle));
  }

  private List<String> of(LinkPurpose purpose) {
    return tokens.getOrDefault(purpose, List.of());
  }

  private List<String> without(LinkPurpose purpose, String handle) {
    List<String> others = new ArrayList<>(of(purpose));
    token(purpose, handle).map(BearerToken::read).ifPresent(others::remove);
    return others;
  }

  private void put(LinkPurpose purpose, List<String> all) {
    Map<LinkPurpose, List<String>> next = new EnumMap<>(LinkPurpose.class);
    next.putAll(tokens);
    next.put(purpose, List.copyOf(all));
    tokens = Map.copyOf(next);
  }
}
