package org.doublelock.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * A load of clients that each keep one connection and send the next request when the last has been
 * answered. An answer that is not an acceptance ends the measurement.
 */
final class ClosedLoop {

  static final String ACCEPTED = "{\"error\":[]";
  static final String REFUSED = "{\"error\":[\"";

  private static final int PART = 10_000;
  private static final Duration LONGEST_PART = Duration.ofMinutes(10);

  private ClosedLoop() {}

  /**
   * Exactly so many requests, however long they take: written in parts, since codes grow old.
   *
   * @param write writes so many requests, a list for each client
   * @throws IllegalStateException when they were not made in time, so that nothing is measured that
   *     was not warmed up
   */
  static Measured exactly(int port, int total, IntFunction<List<List<byte[]>>> write) {
    Measured all = new Measured(new long[0], Duration.ZERO);
    for (int left = total; left > 0; left -= PART) {
      all = all.and(run(port, write.apply(Math.min(PART, left)), LONGEST_PART, ACCEPTED));
    }
    if (all.latencies().length != total) {
      throw new IllegalStateException(
          "%d of %d requests were answered in time".formatted(all.latencies().length, total));
    }
    return all;
  }

  /**
   * Sends each client's requests until they or the time run out.
   *
   * @param expected what each answer starts with
   * @throws IllegalStateException when something is answered otherwise than by an acceptance
   */
  static Measured run(int port, List<List<byte[]>> requests, Duration longest, String expected) {
    ExecutorService clients = Executors.newFixedThreadPool(requests.size());
    try {
      long start = System.nanoTime();
      long end = start + longest.toNanos();
      List<Future<long[]>> running =
          requests.stream()
              .map(each -> clients.submit(() -> client(port, each, end, expected)))
              .toList();
      List<long[]> latencies = new ArrayList<>();
      for (Future<long[]> client : running) {
        latencies.add(client.get());
      }
      long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Measured(all, Duration.ofNanos(System.nanoTime() - start));
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      clients.shutdownNow();
    }
  }

  private static long[] client(int port, List<byte[]> requests, long end, String expected)
      throws IOException {
    long[] latencies = new long[requests.size()];
    int sent = 0;
    long now = System.nanoTime();
    while (sent < requests.size() && now < end) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        OutputStream out = socket.getOutputStream();
        Answers answers = new Answers(socket.getInputStream(), expected);
        while (answers.goOn() && sent < requests.size() && now < end) {
          out.write(requests.get(sent));
          answers.readExpected();
          long after = System.nanoTime();
          latencies[sent++] = after - now;
          now = after;
        }
      }
    }
    return Arrays.copyOf(latencies, sent);
  }

  /** One connection's answers, read one after the other. */
  private static final class Answers {

    private final InputStream in;
    private final byte[] expected;
    private final byte[] buffer = new byte[16 * 1024];
    private boolean open = true;

    Answers(InputStream in, String expected) {
      this.in = in;
      this.expected = expected.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the server keeps the connection; it closes each after some hundreds of requests. */
    boolean goOn() {
      return open;
    }

    void readExpected() throws IOException {
      int length = 0;
      int bodyStart = -1;
      int whole = Integer.MAX_VALUE;
      while (length < whole) {
        int read = in.read(buffer, length, buffer.length - length);
        if (read < 0) {
          throw new EOFException("the server closed a connection");
        }
        length += read;
        if (bodyStart < 0) {
          bodyStart = bodyStart(length);
          if (bodyStart >= 0) {
            whole = bodyStart + contentLength(bodyStart);
          }
        }
      }
      int end = bodyStart + expected.length;
      if (whole < end || !Arrays.equals(buffer, bodyStart, end, expected, 0, expected.length)) {
        throw new IllegalStateException(
            "not answered as expected: "
                + new String(buffer, 0, length, StandardCharsets.US_ASCII));
      }
    }

    private int bodyStart(int length) {
      for (int index = 3; index < length; index++) {
        if (buffer[index] == '\n' && buffer[index - 1] == '\r' && buffer[index - 2] == '\n') {
          return index + 1;
        }
      }
      return -1;
    }

    private int contentLength(int bodyStart) {
      String head =
          new String(buffer, 0, bodyStart, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
      open = !head.contains("connection: close");
      int at = head.indexOf("content-length:");
      if (at < 0) {
        throw new IllegalStateException("an answer without a length: " + head);
      }
      return Integer.parseInt(head.substring(at + 15, head.indexOf('\r', at)).strip());
    }
  }
}
