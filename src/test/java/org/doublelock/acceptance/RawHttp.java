package org.doublelock.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes to a socket and back, for requests that no HTTP library would send. */
public final class RawHttp {

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");

  private final URI base;
  private final InetAddress from;

  public RawHttp(URI base) {
    this(base, InetAddress.getLoopbackAddress());
  }

  /**
   * @param from the caller's address, one of this machine's loopback addresses
   */
  public RawHttp(URI base, InetAddress from) {
    this.base = base;
    this.from = from;
  }

  /**
   * Sends the bytes and reads until the server closes.
   *
   * @param head request line and headers, without {@code Host} and {@code Connection: close} (which
   *     are added) and without the empty line
   */
  public String send(String head, String body) throws IOException {
    try (Socket socket = connect()) {
      write(socket, headers(head) + body);
      return readAll(socket);
    }
  }

  /**
   * Sends as much as the server takes and reads until the server closes. A server that ends the
   * connection first says nothing more.
   */
  String sendAsFarAsItGoes(RawCall call) throws IOException {
    return sendAsFarAsItGoes(call, false);
  }

  /** The same, ending this side of the connection where the call ends. */
  String sendAndHangUp(RawCall call) throws IOException {
    return sendAsFarAsItGoes(call, true);
  }

  private String sendAsFarAsItGoes(RawCall call, boolean hangingUp) throws IOException {
    StringBuilder answer = new StringBuilder();
    try (Socket socket = connect()) {
      try {
        write(socket, headers(call.head()) + call.body());
        if (hangingUp) {
          socket.shutdownOutput();
        }
      } catch (IOException refusedBefore) {
        // what it said stands there to be read
      }
      for (int next = socket.getInputStream().read();
          next >= 0;
          next = socket.getInputStream().read()) {
        answer.append((char) next);
      }
    } catch (SocketException reset) {
      // that was all
    }
    return answer.toString();
  }

  /** Sends exactly these bytes and reads until the server closes. */
  public String sendExactly(String request) throws IOException {
    try (Socket socket = connect()) {
      write(socket, request);
      return readAll(socket);
    }
  }

  /** Sends exactly these bytes, ends nothing, and reads the response's head. */
  public String headAfter(String request) throws IOException {
    try (Socket socket = connect()) {
      write(socket, request);
      return readHead(socket.getInputStream());
    }
  }

  /** Sends the head, waits for the server's word to go on, and only then sends the body. */
  public String sendWhenTold(String head, String body) throws IOException {
    try (Socket socket = connect()) {
      write(socket, headers(head));
      String interim = readHead(socket.getInputStream());
      if (!interim.startsWith("HTTP/1.1 100")) {
        return interim;
      }
      write(socket, body);
      return readAll(socket);
    }
  }

  /** Sends all but the last byte, does that, sends the last, and reads the response's head. */
  String headAfterLastByte(String head, String body, Runnable deed) throws IOException {
    try (Socket socket = connect()) {
      int last = body.length() - 1;
      write(socket, headers(head) + body.substring(0, last));
      deed.run();
      write(socket, body.substring(last));
      return readHead(socket.getInputStream());
    }
  }

  /** Sends the head and half of the body, does that, and sends the rest and reads. */
  public String sendAround(String head, String body, Callable<?> deed) throws Exception {
    try (Socket socket = connect()) {
      int half = body.length() / 2;
      write(socket, headers(head).replace("Connection: close", "Connection: keep-alive"));
      write(socket, body.substring(0, half));
      deed.call();
      write(socket, body.substring(half));
      return readAll(socket);
    }
  }

  /**
   * Sends the requests one after the other on one connection, each when the one before was
   * answered. Each is a head without {@code Host}, an empty line and a body, with lines that end in
   * {@code \n}; each response has to tell its length.
   */
  public List<String> sendOnOneConnection(List<String> requests) throws IOException {
    List<String> responses = new ArrayList<>();
    try (Socket socket = connect()) {
      for (String request : requests) {
        String withHost = request.replaceFirst("\n", "\nHost: " + base.getAuthority() + "\n");
        write(socket, withHost.replace("\n", "\r\n"));
        String head = readHead(socket.getInputStream());
        byte[] body = socket.getInputStream().readNBytes(lengthIn(head));
        responses.add(head + new String(body, StandardCharsets.UTF_8));
      }
    }
    return responses;
  }

  private static int lengthIn(String head) {
    Matcher length = LENGTH.matcher(head);
    if (!length.find()) {
      throw new AssertionError("a response without a length: " + head);
    }
    return Integer.parseInt(length.group(1));
  }

  /** The path with scheme and host in front, as a proxy is sent it. */
  public String absolute(String path) {
    return base.resolve(path).toString();
  }

  /** The body in chunks of that many characters, as it goes over the wire. */
  public static String chunked(String body, int size) {
    StringBuilder chunks = new StringBuilder();
    for (int from = 0; from < body.length(); from += size) {
      String chunk = body.substring(from, Math.min(body.length(), from + size));
      chunks
          .append(Integer.toHexString(chunk.length()))
          .append("\r\n")
          .append(chunk)
          .append("\r\n");
    }
    return chunks.append("0\r\n\r\n").toString();
  }

  /** What comes after the headers of a response. */
  public static String bodyOf(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort(), from, 0);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  private String headers(String head) {
    return head.replace("\n", "\r\n")
        + "\r\nHost: "
        + base.getAuthority()
        + "\r\nConnection: close\r\n\r\n";
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
