package org.doublelock.sandbox.export;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code ExportStatus}: the files that were asked for, and how far they are. */
@Dependent
public class ExportStatusFunction extends ExchangeFunction<List<ExportStatusFunction.Status>> {

  public ExportStatusFunction() {
    super("ExportStatus", PermissionGroup.DATA, AccessRule.allOf(Permission.EXPORT_DATA));
    takes(
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
  protected List<Status> perform(AskedCall call) {
    Report report = call.arguments().required("report", Report::fromCode);
    return Exports.of(call.database(), call.account()).stream()
        .filter(export -> export.report() == report && export.isKnownTo(call.caller()))
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
