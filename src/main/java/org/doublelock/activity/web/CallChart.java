package org.doublelock.activity.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.doublelock.activity.CallHistory;

/**
 * A key's calls over a time as columns of a drawing: those refused stand on those accepted.
 *
 * @param name the message that names the time
 * @param width in units of the drawing
 * @param most the calls of the highest column
 */
public record CallChart(
    String name,
    int width,
    long most,
    List<Column> columns,
    long accepted,
    long refused,
    Map<String, Long> refusedBy) {

  /** The drawing's height in its own units. */
  public static final int HEIGHT = 60;

  private static final int STEP = 10;
  private static final int LEAST = 2;

  /** One column; heights and distances from the top in units of the drawing. */
  public record Column(
      int x, int acceptedY, int acceptedHeight, int refusedY, int refusedHeight, Instant start) {}

  public static CallChart of(String name, CallHistory history) {
    long most =
        history.parts().stream()
            .mapToLong(part -> part.accepted() + part.refused())
            .max()
            .orElse(0);
    List<Column> columns =
        IntStream.range(0, history.parts().size())
            .mapToObj(index -> column(index, history.parts().get(index), most))
            .toList();
    return new CallChart(
        name,
        history.parts().size() * STEP,
        most,
        columns,
        history.accepted(),
        history.refused(),
        new TreeMap<>(history.refusedBy()));
  }

  public boolean hasCalls() {
    return accepted + refused > 0;
  }

  /** Where the first column begins. */
  public Instant begin() {
    return columns.get(0).start();
  }

  /** Where the last column begins. */
  public Instant last() {
    return columns.get(columns.size() - 1).start();
  }

  public int getHeight() {
    return HEIGHT;
  }

  private static Column column(int index, CallHistory.Part part, long most) {
    // a single call among thousands is still seen, and the two together still fit
    int refused = height(part.refused(), most);
    int accepted = Math.min(height(part.accepted(), most), HEIGHT - refused);
    return new Column(
        index * STEP,
        HEIGHT - accepted,
        accepted,
        HEIGHT - accepted - refused,
        refused,
        part.start());
  }

  private static int height(long calls, long most) {
    return calls == 0 ? 0 : (int) Math.max(LEAST, calls * HEIGHT / most);
  }
}
