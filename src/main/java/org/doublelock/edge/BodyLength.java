package org.doublelock.edge;

import java.util.Iterator;

/**
 * Where a request's body ends has to be read alike by all (RFC 9112, 6.1 and 6.3): where two
 * servers disagree, the rest of one body is the next person's request.
 */
public final class BodyLength {

  private static final String CHUNKED = "chunked";

  private BodyLength() {}

  /**
   * Whether the body is in chunks or as long as is told. One with another coding is read by some
   * servers as if there were none, and what follows as another request, and by others as chunks.
   *
   * @param codings each {@code Transfer-Encoding} that was sent
   */
  public static boolean isPlain(Iterable<String> codings) {
    Iterator<String> sent = codings.iterator();
    return !sent.hasNext() || CHUNKED.equalsIgnoreCase(sent.next().strip()) && !sent.hasNext();
  }
}
