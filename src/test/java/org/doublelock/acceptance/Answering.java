package org.doublelock.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server at an address of another: it reads questions and gives bytes that were written before.
 */
final class Answering implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> answers;

  /**
   * @param answers what it says before it ends each connection; the last one again and again
   */
  Answering(String... answers) throws IOException {
    this.answers = List.of(answers);
    Thread thread = new Thread(this::serve, "answering");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket one = socket.accept()) {
        if (hasRead(one.getInputStream())) {
          int answer = Math.min(asked.getAndIncrement(), answers.size() - 1);
          one.getOutputStream().write(answers.get(answer).getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException goneOrClosed) {
        // the next one
      }
    }
  }

  /**
   * Whether there was a whole question: read to its end, so that no reset takes the answer away.
   */
  private static boolean hasRead(InputStream in) throws IOException {
    Optional<String> head = readTo("\r\n\r\n", in);
    if (head.isEmpty()) {
      return false;
    }
    Matcher length = LENGTH.matcher(head.get());
    if (!length.find()) {
      return readTo("0\r\n\r\n", in).isPresent();
    }
    int announced = Integer.parseInt(length.group(1));
    return in.readNBytes(announced).length == announced;
  }

  private static Optional<String> readTo(String end, InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      text.append((char) next);
    }
    return Optional.of(text.toString());
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many questions there were. */
  int asked() {
    return asked.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
