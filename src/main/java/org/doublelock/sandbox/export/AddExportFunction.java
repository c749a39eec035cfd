package org.doublelock.sandbox.export;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.HistoryWindow;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.market.Assets;

/** {@code AddExport}: has the history of the account written to a file, in the background. */
@Dependent
public class AddExportFunction extends ExchangeFunction<AddExportFunction.Result> {

  private static final int LONGEST_DESCRIPTION = 128;
  private static final int LONGEST_FIELDS = 256;

  /** Of the published kind, eleven digits. */
  private static final long LAST_SECOND = 99_999_999_999L;

  public AddExportFunction() {
    super("AddExport", PermissionGroup.DATA, AccessRule.allOf(Permission.EXPORT_DATA));
    takes(
        new Parameter("report", true, "trades or ledgers")
            .choice(List.of(Report.values()), Report::code),
        new Parameter("description", true, "What the file is called"),
        new Parameter("format", false, "CSV (the default) or TSV")
            .choice(List.of(TableFormat.values()), TableFormat::name),
        new Parameter("fields", false, "Names of columns; all by default").several(),
        new Parameter(
                "starttm", false, "Seconds since 1970; the beginning of this month by default")
            .whole(0, LAST_SECOND),
        new Parameter("endtm", false, "Seconds since 1970; now by default").whole(0, LAST_SECOND));
  }

  record Result(String id) {}

  @Override
  protected Result perform(AskedCall call) {
    Arguments arguments = call.arguments();
    Instant now = call.now();
    Report report = arguments.required("report", Report::fromCode);
    String description =
        arguments.required(
            "description",
            text -> Optional.of(text).filter(each -> each.length() <= LONGEST_DESCRIPTION));
    String fields =
        arguments
            .read(
                "fields",
                text ->
                    Optional.of(text)
                        .filter(each -> each.length() <= LONGEST_FIELDS)
                        .filter(each -> report.columns(each).isPresent()))
            .orElse("all");
    Instant month =
        now.atOffset(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).toInstant();
    Instant from = arguments.read("starttm", AddExportFunction::time).orElse(month);
    Instant until = arguments.read("endtm", AddExportFunction::time).orElse(now);
    Ledger ledger = new Ledger(call.database());
    ledger.open(call.account(), now);
    // The account's own lock keeps two calls from both taking the last place.
    ledger.locked(call.account(), Assets.USD);
    if (Exports.of(call.database(), call.account()).size() >= Exports.MAX_OF_ONE) {
      throw new FunctionFailure("EGeneral:Too many requests");
    }
    Export export =
        new Export(
            call.account(),
            report,
            description,
            arguments.read("format", TableFormat::fromCode).orElse(TableFormat.CSV),
            fields,
            from,
            until,
            HistoryWindow.permitted(call.caller()),
            now);
    call.database().persist(export);
    return new Result(export.id());
  }

  private static Optional<Instant> time(String text) {
    return Optional.of(text)
        .filter(each -> each.matches("\\d{1,11}"))
        .map(each -> Instant.ofEpochSecond(Long.parseLong(each)));
  }
}
