package org.doublelock.benchmark.inside;

import jakarta.mvc.form.FormMethodOverwriter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The resources to compare with, deployed as the private API is. */
@ApplicationPath("0/benchmark")
public class BenchmarkApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(EmptyResource.class, RowResource.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        FormMethodOverwriter.FORM_METHOD_OVERWRITE, FormMethodOverwriter.Options.DISABLED);
  }
}
