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

/** Every public function deployed with the application, by name. */
@ApplicationScoped
public class PublicFunctionRegistry {

  private final Map<String, PublicFunction> functions = new TreeMap<>();

  protected PublicFunctionRegistry() {
    // for the CDI proxy
  }

  @Inject
  public PublicFunctionRegistry(@Any Instance<PublicFunction> deployed) {
    deployed.forEach(this::add);
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
