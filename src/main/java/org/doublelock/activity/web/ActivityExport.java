package org.doublelock.activity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.doublelock.account.SignedIn;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.Entries;
import org.doublelock.activity.LoggedCall;
import org.doublelock.activity.Position;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.apikey.ApiKeys;

/** The activity as files for a spreadsheet or a program: the words in them are the codes. */
@RequestScoped
@Path("/activity")
public class ActivityExport {

  private static final int ROWS_AT_ONCE = 1_000;
  private static final int MOST_ROWS = 100_000;

  @Inject private ActivityLog log;
  @Inject private ApiKeys keys;
  @Inject private SignedIn person;

  @GET
  @Path("events.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response events(@BeanParam ActivityFilter filter) {
    UUID account = person.account().value();
    return file(
        "doublelock-events.csv",
        new Object[] {"time", "event", "subject", "key", "address", "browser"},
        before -> log.events(account, filter.apiKey(), before, ROWS_AT_ONCE),
        ActivityExport::cells);
  }

  @GET
  @Path("calls.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response calls(@BeanParam ActivityFilter filter) {
    UUID account = person.account().value();
    Map<UUID, String> names = keys.names(person.account());
    return file(
        "doublelock-calls.csv",
        new Object[] {"time", "description", "key", "function", "address", "outcome", "calls"},
        before -> log.calls(account, filter.apiKey(), filter.outcome(), before, ROWS_AT_ONCE),
        call -> cells(call, names));
  }

  private static Object[] cells(SecurityEvent event) {
    return new Object[] {
      event.at(),
      event.kind().code(),
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

  private static <T> Response file(
      String name,
      Object[] header,
      Function<Optional<Position>, Entries<T>> read,
      Function<T, Object[]> cells) {
    StreamingOutput rows =
        out -> {
          try (Spreadsheet sheet = new Spreadsheet(out)) {
            sheet.row(header);
            write(sheet, read, cells);
          }
        };
    return Response.ok(rows)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static <T> void write(
      Spreadsheet sheet, Function<Optional<Position>, Entries<T>> read, Function<T, Object[]> cells)
      throws IOException {
    Entries<T> entries = read.apply(Optional.empty());
    for (int rows = ROWS_AT_ONCE; ; rows += ROWS_AT_ONCE) {
      for (T entry : entries.shown()) {
        sheet.row(cells.apply(entry));
      }
      if (entries.older().isEmpty() || rows >= MOST_ROWS) {
        return;
      }
      entries = read.apply(entries.older());
    }
  }
}
