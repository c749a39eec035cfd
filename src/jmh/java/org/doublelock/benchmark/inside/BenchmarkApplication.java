package org.doublelock.benchmark.inside;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.doublelock.server.WithoutPages;

/** The resources to compare with, deployed as the private API is. */
@ApplicationPath("0/benchmark")
public class BenchmarkApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(WithoutPages.classes());
    classes.addAll(
        Set.of(
            AllocatedResource.class,
            EmptyResource.class,
            RowResource.class,
            WaitingResource.class));
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return WithoutPages.properties(Map.of());
  }
}
