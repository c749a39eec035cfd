package org.doublelock.apikey.web;

import jakarta.ws.rs.QueryParam;
import org.doublelock.apikey.KeySearch;

/** Which keys a list is to show, as the address of its page says. */
public class KeyListQuery {

  @QueryParam("q")
  private String words;

  @QueryParam("page")
  private String page;

  @QueryParam("factor")
  private String factor;

  @QueryParam("order")
  private String order;

  public KeySearch search() {
    return KeySearch.of(words, page, factor, order);
  }
}
