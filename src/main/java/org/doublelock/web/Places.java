package org.doublelock.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Where in each long list the person was, so that the way back from an action leads to the same
 * page of the same search. Views write {@code ${places.of('/api-keys')}}.
 */
@Named("places")
@SessionScoped
public class Places implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> queries = new HashMap<>();

  /**
   * @param list the path of the list
   * @param words what was looked for; empty for nothing
   * @param page counted from 1
   */
  public void remember(String list, String words, int page) {
    queries.put(list, query(words, page));
  }

  /** The path of the list with the query that leads back to the place; not escaped for HTML. */
  public String of(String list) {
    return list + Map.copyOf(queries).getOrDefault(list, "");
  }

  public URI uri(String list) {
    return URI.create(of(list));
  }

  /** The query of a place, with its question mark; empty for the first page of everything. */
  public static String query(String words, int page) {
    String search = words.isEmpty() ? "" : "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    String number = page == 1 ? "" : "page=" + page;
    String both = search + (search.isEmpty() || number.isEmpty() ? "" : "&") + number;
    return both.isEmpty() ? "" : "?" + both;
  }
}
