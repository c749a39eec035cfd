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
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code RemoveExport}: deletes a file that is written, or cancels one that is not. */
@Dependent
public class RemoveExportFunction extends ExchangeFunction<RemoveExportFunction.Result> {

  @Inject
  public RemoveExportFunction(Exchange exchange) {
    super(exchange, "RemoveExport", PermissionGroup.DATA, AccessRule.allOf(Permission.EXPORT_DATA));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("id", true, "The file's id"),
        new Parameter("type", true, "delete for a file that is written, cancel for one that waits")
            .choice("delete", "cancel"));
  }

  /** Which of the two was done. */
  record Result(Optional<Boolean> delete, Optional<Boolean> cancel) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    String id = arguments.required("id");
    String type = arguments.required("type");
    Export export =
        Exports.hold(database, caller, id)
            .orElseThrow(() -> new FunctionFailure("EQuery:Unknown report"));
    boolean written = export.state() == Export.State.PROCESSED;
    if (!type.equals(written ? "delete" : "cancel")) {
      throw FunctionFailure.invalidArgument("type");
    }
    Exports.remove(database, export);
    return new Result(
        Optional.of(true).filter(done -> written), Optional.of(true).filter(done -> !written));
  }
}
