package org.doublelock.sandbox.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code ExportStatus}: the files that were asked for, and how far they are. */
@Dependent
public class ExportStatusFunction extends ExchangeFunction<List<ExportStatusFunction.Status>> {

  @Inject
  public ExportStatusFunction(Exchange exchange) {
    super(exchange, "ExportStatus", PermissionGroup.DATA, AccessRule.allOf(Permission.EXPORT_DATA));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("report", true, "trades or ledgers")
            .choice(List.of(Report.values()), Report::code));
  }

  /** Times are seconds since 1970 as text, 0 for what has not happened. */
  record Status(
      String id,
      String descr,
      String format,
      String report,
      String subtype,
      String status,
      String flags,
      String fields,
      String createdtm,
      String expiretm,
      String starttm,
      String completedtm,
      String datastarttm,
      String dataendtm,
      String aclass,
      String asset) {}

  @Override
  protected List<Status> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    arguments.required("report");
    Report report = arguments.read("report", Report::fromCode).orElseThrow();
    return Exports.of(database, caller.account()).stream()
        .filter(export -> export.report() == report && export.isKnownTo(caller))
        .map(ExportStatusFunction::describe)
        .toList();
  }

  private static Status describe(Export export) {
    return new Status(
        export.id(),
        export.description(),
        export.format().name(),
        export.report().code(),
        "all",
        export.state().code(),
        "0",
        export.fields(),
        seconds(Optional.of(export.createdAt())),
        "0",
        seconds(export.startedAt()),
        seconds(export.completedAt()),
        seconds(Optional.of(export.from())),
        seconds(Optional.of(export.until())),
        "currency",
        "all");
  }

  private static String seconds(Optional<Instant> time) {
    return Long.toString(time.map(Instant::getEpochSecond).orElse(0L));
  }
}
