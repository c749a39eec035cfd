package org.doublelock.sandbox.export;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code RemoveExport}: deletes a file that is written, or cancels one that is not. */
@Dependent
public class RemoveExportFunction extends ExchangeFunction<RemoveExportFunction.Result> {

  public RemoveExportFunction() {
    super("RemoveExport", PermissionGroup.DATA, AccessRule.allOf(Permission.EXPORT_DATA));
    takes(
        new Parameter("id", true, "The file's id"),
        new Parameter("type", true, "delete for a file that is written, cancel for one that waits")
            .choice("delete", "cancel"));
  }

  /** Which of the two was done. */
  record Result(Optional<Boolean> delete, Optional<Boolean> cancel) {}

  @Override
  protected Result perform(AskedCall call) {
    String id = call.arguments().required("id");
    String type = call.arguments().required("type");
    Export export =
        Exports.hold(call.database(), call.caller(), id)
            .orElseThrow(() -> new FunctionFailure("EQuery:Unknown report"));
    boolean written = export.state() == Export.State.PROCESSED;
    if (!type.equals(written ? "delete" : "cancel")) {
      throw FunctionFailure.invalidArgument("type");
    }
    Exports.remove(call.database(), export);
    return new Result(
        Optional.of(true).filter(done -> written), Optional.of(true).filter(done -> !written));
  }
}
