package org.doublelock.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.doublelock.verification.CallBody;

/** The bytes of a call's body, and no more of them than show that it is too long. */
final class SentBody {

  private static final byte[] TOO_LONG = new byte[CallBody.MAX_BYTES + 1];

  private SentBody() {}

  /**
   * Reads what was sent. A body that announces more than the limit is not read at all: a server
   * with a limit of its own, such as WildFly's 10 MiB, fails at the first byte of it.
   *
   * @return at most one byte more than {@link CallBody#MAX_BYTES}
   */
  static byte[] read(HttpServletRequest request, InputStream body) throws IOException {
    return request.getContentLengthLong() > CallBody.MAX_BYTES
        ? TOO_LONG.clone()
        : body.readNBytes(CallBody.MAX_BYTES + 1);
  }
}
