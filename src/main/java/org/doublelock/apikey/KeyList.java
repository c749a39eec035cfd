package org.doublelock.apikey;

import java.util.List;

/**
 * One page of an account's keys.
 *
 * @param keys those on this page, the newest first
 * @param page counted from 1; the last one there is when a later one was asked for
 * @param pages at least 1
 * @param found how many keys there are on all pages together
 */
public record KeyList(List<ApiKey> keys, int page, int pages, long found) {

  public KeyList {
    keys = List.copyOf(keys);
  }
}
