package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;

/** What reading a body takes of memory, and what is kept of it. */
final class ReadingCost {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long MAX_BYTES = 4L * 1024 * 1024;
  private static final int MAX_FIELDS = 1_000;
  private static final int LONGEST_NAME = 128;

  static {
    // what is read for the first time loads classes, which is no cost of a body
    WorstBodies.all().values().forEach(sent -> CallBody.parse(sent.contentType(), sent.body()));
  }

  private ReadingCost() {}

  static Optional<CallBody> assertBounded(String what, WorstBodies.Sent sent) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Optional<CallBody> read = CallBody.parse(sent.contentType(), sent.body());
    Optional<Map<String, String>> arguments = read.map(CallBody::arguments);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated <= MAX_BYTES, () -> what + " takes " + allocated + " bytes");
    arguments.ifPresent(fields -> assertFew(what, fields));
    return read;
  }

  private static void assertFew(String what, Map<String, String> fields) {
    assertTrue(fields.size() <= MAX_FIELDS, () -> what + ": " + fields.size() + " fields");
    int kept = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      assertTrue(field.getKey().length() <= LONGEST_NAME, () -> what + ": a long name");
      kept += field.getKey().length() + field.getValue().length();
    }
    assertTrue(kept <= CallBody.MAX_BYTES, what + ": more is kept than was sent");
  }
}
