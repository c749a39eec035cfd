package org.doublelock.apikey.web;

import org.doublelock.apikey.KeyList;
import org.doublelock.apikey.KeySearch;
import org.doublelock.web.Places;

/**
 * Where a person is in the list of their keys, for the views.
 *
 * @param path of the list
 */
public record KeyListPage(String path, KeySearch search, KeyList list) {

  /** As many keys as a page shows: it stays under 15 KiB unpacked, and a screen or two long. */
  public static final int ROWS = 10;

  /** Whether the account has no key at all. */
  public boolean isNothing() {
    return list.found() == 0 && !search.narrows();
  }

  public boolean isSearched() {
    return !search.words().isEmpty();
  }

  /** Whether the list is long, or was before something was looked for in it. */
  public boolean isLengthy() {
    return search.narrows() || list.pages() > 1;
  }

  /** What the list can be narrowed to. */
  public KeySearch.Factor[] getFactors() {
    return KeySearch.Factor.values();
  }

  public KeySearch.Order[] getOrders() {
    return KeySearch.Order.values();
  }

  public long first() {
    return (long) (list.page() - 1) * ROWS + 1;
  }

  public long last() {
    return first() + list.keys().size() - 1;
  }

  public boolean isMore() {
    return list.page() < list.pages();
  }

  /** The address of another page of the same search; not escaped for HTML. */
  public String address(int page) {
    return path + Places.query(search, page);
  }
}
