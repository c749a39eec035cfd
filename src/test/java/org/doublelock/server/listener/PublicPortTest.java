package org.doublelock.server.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a Grizzly that listens, as in the server, and programs that connect. */
@Timeout(60)
class PublicPortTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int MANY = 50;

  private final Traffic traffic = new Traffic();
  private final CountDownLatch slowMayEnd = new CountDownLatch(1);
  private final CountDownLatch slowHasBegun = new CountDownLatch(1);
  private final HttpServer server = new HttpServer();
  private TCPNIOTransport transport;

  @BeforeEach
  void start() throws IOException {
    NetworkListener listener = new NetworkListener("test", HERE.getHostAddress(), 0);
    server.addListener(listener);
    server
        .getServerConfiguration()
        .addHttpHandler(
            new AnsweredByAnApplication(application(), () -> true, traffic, path -> true));
    server.start();
    transport = listener.getTransport();
  }

  private HttpHandler application() {
    return new HttpHandler() {
      @Override
      public void service(Request request, Response response) throws Exception {
        if (request.getRequestURI().equals("/slow")) {
          slowHasBegun.countDown();
          slowMayEnd.await();
        }
        response.getWriter().write("answered");
        response.flush();
      }
    };
  }

  @AfterEach
  void stop() {
    slowMayEnd.countDown();
    server.shutdownNow();
    System.clearProperty(Leaving.class.getName());
  }

  @Test
  void is_listened_on_when_it_is_told_and_in_place_of_the_one_before() throws IOException {
    InetSocketAddress known = free();
    PublicPort port = new PublicPort(transport, traffic);
    InetSocketAddress before = new InetSocketAddress(HERE, port.getAsInt());
    assertThrows(ConnectException.class, () -> connect(known));
    assertTrue(ask(before).contains("answered"));

    port.apply(known);

    assertTrue(ask(known).contains("answered"));
    assertThrows(ConnectException.class, () -> connect(before));
  }

  @Test
  void says_that_it_cannot_be_listened_on() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, HERE)) {
      PublicPort port = new PublicPort(transport, traffic);
      InetSocketAddress known = new InetSocketAddress(HERE, taken.getLocalPort());
      assertThrows(UncheckedIOException.class, () -> port.apply(known));
    }
  }

  @Test
  void is_left_when_what_was_under_way_and_what_came_on_open_connections_is_answered()
      throws Exception {
    InetSocketAddress known = free();
    Consumer<Duration> leaving = new PublicPort(transport, traffic).apply(known);
    try (Socket slow = connect(known);
        Socket open = connect(known)) {
      send(slow, "/slow");
      slowHasBegun.await();
      send(open, "/");
      String first = readTo(open, "answered");
      assertFalse(first.contains("Connection: close"), first);

      CompletableFuture<Void> left =
          CompletableFuture.runAsync(() -> leaving.accept(Duration.ZERO));
      awaitClosed(known);
      assertTrue(Leaving.isSaid());
      assertFalse(left.isDone(), "somebody waits for an answer");
      send(open, "/");
      String last = readAll(open);
      assertTrue(last.contains("answered"), last);
      assertTrue(last.contains("Connection: close"), last);
      assertFalse(left.isDone(), "somebody waits for an answer");

      slowMayEnd.countDown();
      left.get(30, TimeUnit.SECONDS);
      String answer = readTo(slow, "answered");
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("Connection: close"), answer);
    }
  }

  /** Whom the system has let in and the server has not, at the moment of the end. */
  @Test
  void loses_nobody_whom_it_has_not_taken_in_yet() throws Exception {
    TCPNIOServerConnection port = transport.bind(free());
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch resumed = new CountDownLatch(1);
    transport
        .getSelectorHandler()
        .execute(
            port.getSelectorRunner(),
            () -> {
              busy.countDown();
              resumed.await();
              return true;
            },
            new EmptyCompletionHandler<>());
    busy.await();
    List<Socket> clients = new ArrayList<>();
    try {
      for (int client = 0; client < MANY; client++) {
        Socket one = connect((InetSocketAddress) port.getLocalAddress());
        clients.add(one);
        send(one, "/");
      }
      CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> close(port));
      while (port.getSelectorRunner().getPendingTasks().isEmpty()) {
        Thread.onSpinWait();
      }
      resumed.countDown();
      closed.get(30, TimeUnit.SECONDS);
      assertThrows(
          ConnectException.class, () -> connect((InetSocketAddress) port.getLocalAddress()));
      for (Socket client : clients) {
        assertTrue(readTo(client, "answered").startsWith("HTTP/1.1 200"));
      }
    } finally {
      for (Socket client : clients) {
        client.close();
      }
    }
    assertEquals(0, traffic.underWay());
  }

  private static void close(TCPNIOServerConnection port) {
    try {
      LastAccepted.close(port);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static InetSocketAddress free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
      return new InetSocketAddress(HERE, socket.getLocalPort());
    }
  }

  private static Socket connect(InetSocketAddress to) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout(30_000);
      socket.connect(to, 5_000);
      return socket;
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }

  private static void awaitClosed(InetSocketAddress known) throws IOException {
    while (true) {
      try {
        connect(known).close();
      } catch (ConnectException closed) {
        return;
      }
    }
  }

  private static String ask(InetSocketAddress port) throws IOException {
    try (Socket socket = connect(port)) {
      send(socket, "/");
      return readTo(socket, "answered");
    }
  }

  private static void send(Socket socket, String path) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
  }

  private static String readTo(Socket socket, String end) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("closed after " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }
}
