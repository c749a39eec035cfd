package org.doublelock.server.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.doublelock.edge.RequestId;
import org.glassfish.grizzly.http.Note;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.util.MappingData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a Grizzly that listens, and a server behind it that ends without having answered. */
@Timeout(60)
class AnsweredByAnApplicationTest {

  private static final Note<MappingData> MAPPED = Request.createNote("MappingData");
  private static final String OURS = "";

  private final HttpServer server = new HttpServer();

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void a_server_that_finds_no_application_does_not_say_yes() throws Exception {
    assertEquals(400, statusOf((request, response) -> {}));
  }

  @Test
  void a_server_that_fails_on_the_way_to_ours_does_not_say_yes() throws Exception {
    assertEquals(400, statusOf((request, response) -> map(request, OURS)));
  }

  @Test
  void ours_says_yes_with_an_answer_that_has_its_number() throws Exception {
    assertEquals(
        200,
        statusOf(
            (request, response) -> {
              map(request, OURS);
              response.setHeader(RequestId.HEADER, "5f0c");
            }));
  }

  @Test
  void another_application_beside_ours_says_yes_as_it_likes() throws Exception {
    assertEquals(200, statusOf((request, response) -> map(request, "/other")));
  }

  @Test
  void what_ours_refuses_stays_refused() throws Exception {
    assertEquals(
        403,
        statusOf(
            (request, response) -> {
              map(request, OURS);
              response.setStatus(403);
            }));
  }

  private static void map(Request request, String contextPath) {
    MappingData mapped = new MappingData();
    mapped.context = contextPath;
    if (!contextPath.isEmpty()) {
      mapped.contextPath.setString(contextPath);
    }
    request.setNote(MAPPED, mapped);
  }

  private int statusOf(Answering behind) throws Exception {
    NetworkListener listener =
        new NetworkListener("test", InetAddress.getLoopbackAddress().getHostAddress(), 0);
    server.addListener(listener);
    HttpHandler application =
        new HttpHandler() {
          @Override
          public void service(Request request, Response response) {
            behind.answer(request, response);
          }
        };
    server
        .getServerConfiguration()
        .addHttpHandler(
            new AnsweredByAnApplication(application, () -> true, new Traffic(), OURS::equals));
    server.start();
    URI address = URI.create("http://127.0.0.1:" + listener.getPort() + "/sign-in");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private interface Answering {
    void answer(Request request, Response response);
  }
}
