package org.doublelock.function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every public function deployed with the application, by name; none where the functions of another
 * API stand alone.
 */
@ApplicationScoped
public class PublicFunctionRegistry {

  private final Map<String, PublicFunction> functions = new TreeMap<>();

  protected PublicFunctionRegistry() {
    // for the CDI proxy
  }

  @Inject
  public PublicFunctionRegistry(
      @Any Instance<PublicFunction> deployed, @Any Instance<FunctionSource> sources) {
    this(deployed, (Iterable<FunctionSource>) sources);
  }

  PublicFunctionRegistry(Iterable<PublicFunction> deployed, Iterable<FunctionSource> sources) {
    boolean alone = false;
    for (FunctionSource source : sources) {
      alone |= source.isAlone();
    }
    if (!alone) {
      deployed.forEach(this::add);
    }
  }

  private void add(PublicFunction function) {
    PublicFunction other = functions.putIfAbsent(function.name(), function);
    if (other != null) {
      throw new IllegalStateException("two public functions are called " + function.name());
    }
  }

  public Optional<PublicFunction> find(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** All public functions, ordered by name. */
  public Collection<PublicFunction> all() {
    return Collections.unmodifiableCollection(functions.values());
  }
}
