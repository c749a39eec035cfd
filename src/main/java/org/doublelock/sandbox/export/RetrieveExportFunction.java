package org.doublelock.sandbox.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FileFunction;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.SentFile;
import org.doublelock.sandbox.Exchange;

/** {@code RetrieveExport}: the file itself, a zip with one table in it. */
@Dependent
public class RetrieveExportFunction implements FileFunction {

  private final Exchange exchange;

  @Inject
  public RetrieveExportFunction(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public String name() {
    return "RetrieveExport";
  }

  @Override
  public AccessRule access() {
    return AccessRule.allOf(Permission.EXPORT_DATA);
  }

  @Override
  public PermissionGroup group() {
    return PermissionGroup.DATA;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter("id", true, "The file's id"));
  }

  /**
   * @throws FunctionFailure {@code EQuery:Unknown report}, {@code EQuery:Report not processed}
   */
  @Override
  public SentFile file(FunctionCaller caller, Arguments arguments, Instant now) {
    String id = arguments.required("id");
    return exchange.perform(database -> file(database, caller, id));
  }

  private static SentFile file(EntityManager database, FunctionCaller caller, String id) {
    Export export =
        Exports.find(database, caller, id)
            .orElseThrow(() -> new FunctionFailure("EQuery:Unknown report"));
    if (export.state() != Export.State.PROCESSED) {
      throw new FunctionFailure("EQuery:Report not processed");
    }
    byte[] content =
        Exports.content(database, export)
            .orElseThrow(() -> new FunctionFailure("EQuery:Unknown report"));
    return new SentFile(export.report().code() + "-" + id + ".zip", content);
  }
}
