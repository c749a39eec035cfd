package org.doublelock.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.doublelock.function.SentFile;

/** The HTTP side of an answer: status 200 even for errors, since clients expect it, never kept. */
final class Answers {

  private Answers() {}

  static Response of(JsonValue result) {
    return with(Response.Status.OK, Envelope.of(result));
  }

  static Response file(SentFile file) {
    return Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .build();
  }

  static Response error(String wireError) {
    return with(Response.Status.OK, Envelope.ofError(wireError));
  }

  static Response unavailable() {
    Response answer =
        with(Response.Status.SERVICE_UNAVAILABLE, Envelope.ofError("EService:Unavailable"));
    return Response.fromResponse(answer)
        .header(HttpHeaders.RETRY_AFTER, Envelope.RETRY_AFTER_SECONDS)
        .build();
  }

  static Response with(Response.StatusType status, JsonObject envelope) {
    return with(status, envelope.toString());
  }

  private static Response with(Response.StatusType status, String envelope) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(envelope)
        .build();
  }
}
