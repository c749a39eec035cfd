package org.doublelock.activity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.doublelock.account.session.SignedIn;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.Entries;
import org.doublelock.activity.LoggedCall;
import org.doublelock.activity.LoggedEvent;
import org.doublelock.apikey.KeyNames;
import org.doublelock.edge.PublicUrl;
import org.doublelock.web.message.PageMessages;

/**
 * The activity as files for a spreadsheet or a program: the words in them are the codes. A file
 * that does not hold everything says so in its last row, and where the rest is.
 */
@RequestScoped
@Path("/activity")
public class ActivityExport {

  private static final int ROWS_AT_ONCE = 1_000;
  private static final String TIME = "time_utc";

  @Inject private ActivityLog log;
  @Inject private KeyNames keys;
  @Inject private SignedIn person;
  @Inject private PublicUrl publicUrl;
  @Inject private PageMessages messages;

  @Context private Request request;
  @Context private UriInfo uri;

  @GET
  @Path("events.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response events(@BeanParam ActivityFilter filter) {
    UUID account = person.account().value();
    return file(
        filter,
        "events.csv",
        new Object[] {TIME, "event", "subject", "key", "address", "browser"},
        new ExportedRows<>(
            before -> log.events(account, filter.apiKey(), before, ROWS_AT_ONCE),
            ActivityExport::cells));
  }

  @GET
  @Path("calls.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response calls(@BeanParam ActivityFilter filter) {
    UUID account = person.account().value();
    Map<UUID, String> names = keys.all(person.account());
    return file(
        filter,
        "calls.csv",
        new Object[] {TIME, "description", "key", "function", "address", "outcome", "calls"},
        new ExportedRows<>(
            before -> log.calls(account, filter.apiKey(), filter.outcome(), before, ROWS_AT_ONCE),
            call -> cells(call, names)));
  }

  private static Object[] cells(LoggedEvent event) {
    return new Object[] {
      event.at(),
      event.code(),
      event.detail(),
      event.apiKey().map(UUID::toString).orElse(""),
      event.origin().address(),
      event.origin().browser()
    };
  }

  private static Object[] cells(LoggedCall call, Map<UUID, String> names) {
    return new Object[] {
      call.at(),
      names.getOrDefault(call.apiKey(), ""),
      call.apiKey(),
      call.function(),
      call.address(),
      call.refusal().orElse("accepted"),
      call.calls()
    };
  }

  private <T> Response file(
      ActivityFilter filter, String name, Object[] header, ExportedRows<T> rows) {
    // whoever only asks what there is does not have every row read
    StreamingOutput file =
        request.getMethod().equals(HttpMethod.HEAD)
            ? out -> {}
            : written(filter, name, header, rows, rows.part(filter.before()));
    return Response.ok(file)
        .header("Content-Disposition", "attachment; filename=\"doublelock-" + name + "\"")
        .build();
  }

  private <T> StreamingOutput written(
      ActivityFilter filter, String name, Object[] header, ExportedRows<T> rows, Entries<T> first) {
    return out -> {
      try (Spreadsheet sheet = new Spreadsheet(out)) {
        sheet.row(header);
        ExportedRows.End end = rows.write(sheet, first, ExportedRows.MAX, ExportedRows.LONGEST);
        if (end.rest().isPresent()) {
          sheet.row(stopped(filter, name, end, header.length));
        }
      }
    };
  }

  /** As many cells as other rows have. */
  private Object[] stopped(ActivityFilter filter, String name, ExportedRows.End end, int cells) {
    String rest = end.rest().orElseThrow().toString();
    String path = "/activity/" + name + "?" + filter.getQuery() + "&before=" + rest;
    Object[] row = new Object[cells];
    Arrays.fill(row, "");
    row[0] =
        messages.plain(
            "activity.export.stopped", end.rows(), publicUrl.shown(uri.getBaseUri()) + path);
    return row;
  }
}
