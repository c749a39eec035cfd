package org.doublelock.move;

import java.io.IOException;

/** What keeps every start from the embedded database, on disk when it returns. */
@FunctionalInterface
public interface EmbeddedBar {

  void close() throws IOException;
}
