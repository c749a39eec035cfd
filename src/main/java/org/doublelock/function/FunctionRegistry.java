package org.doublelock.function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every private function deployed with the application, by name. */
@ApplicationScoped
public class FunctionRegistry {

  private final Map<String, PrivateFunction> functions = new TreeMap<>();

  protected FunctionRegistry() {
    // for the CDI proxy
  }

  @Inject
  public FunctionRegistry(
      @Any Instance<PrivateFunction> deployed, @Any Instance<FunctionSource> sources) {
    this(deployed, (Iterable<FunctionSource>) sources);
  }

  FunctionRegistry(Iterable<PrivateFunction> deployed, Iterable<FunctionSource> sources) {
    boolean alone = false;
    for (FunctionSource source : sources) {
      source.functions().forEach(this::add);
      alone |= source.isAlone();
    }
    for (PrivateFunction function : deployed) {
      if (!alone || function.isForEveryApi()) {
        add(function);
      }
    }
  }

  /** Without a container: these functions, each under a name of its own. */
  public FunctionRegistry(Iterable<PrivateFunction> functions) {
    functions.forEach(this::add);
  }

  private void add(PrivateFunction function) {
    PrivateFunction other = functions.putIfAbsent(function.name(), function);
    if (other != null) {
      throw new IllegalStateException("two functions are called " + function.name());
    }
  }

  public Optional<PrivateFunction> find(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** All functions, ordered by name. */
  public Collection<PrivateFunction> all() {
    return java.util.Collections.unmodifiableCollection(functions.values());
  }
}
