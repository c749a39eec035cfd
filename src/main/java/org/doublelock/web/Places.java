package org.doublelock.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.account.session.PersonEntered;
import org.doublelock.apikey.KeySearch;

/**
 * Where in each long list the person was, so that the way back from an action leads to the same
 * page of the same search. Views write {@code ${places.of('/api-keys')}}.
 */
@Named("places")
@SessionScoped
public class Places implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> queries = new HashMap<>();

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    queries.clear();
  }

  /**
   * @param list the path of the list
   * @param page counted from 1
   */
  public void remember(String list, KeySearch search, int page) {
    queries.put(list, query(search, page));
  }

  /** The path of the list with the query that leads back to the place; not escaped for HTML. */
  public String of(String list) {
    return list + Map.copyOf(queries).getOrDefault(list, "");
  }

  public URI uri(String list) {
    return URI.create(of(list));
  }

  /** The query of a place, with its question mark; empty for the first page of everything. */
  public static String query(KeySearch search, int page) {
    List<String> parts = new ArrayList<>();
    if (!search.words().isEmpty()) {
      parts.add("q=" + URLEncoder.encode(search.words(), StandardCharsets.UTF_8));
    }
    if (search.factor() != KeySearch.Factor.ANY) {
      parts.add("factor=" + search.factor().code());
    }
    if (search.order() != KeySearch.Order.NEWEST) {
      parts.add("order=" + search.order().code());
    }
    if (page != 1) {
      parts.add("page=" + page);
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}
