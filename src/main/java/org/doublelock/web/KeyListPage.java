package org.doublelock.web;

import org.doublelock.apikey.KeyList;
import org.doublelock.apikey.KeySearch;

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
    return list.found() == 0 && search.words().isEmpty();
  }

  public boolean isSearched() {
    return !search.words().isEmpty();
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
    return path + Places.query(search.words(), page);
  }
}
