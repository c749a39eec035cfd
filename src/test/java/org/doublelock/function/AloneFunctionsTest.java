package org.doublelock.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

/** What is left of the functions that ship where those of another API stand alone. */
class AloneFunctionsTest {

  private final Collection<PrivateFunction> deployed = Functions.on(new Exchange()).values();

  @Test
  void alone_leaves_what_a_key_may_ask_about_itself_and_nothing_of_the_exchange() {
    assertEquals(
        Set.of("GetApiKeyInfo"),
        new FunctionRegistry(deployed, List.of(new Source(true)))
            .all().stream().map(PrivateFunction::name).collect(Collectors.toSet()));
  }

  @Test
  void alone_leaves_no_public_function() {
    assertEquals(Optional.empty(), publicFunctions(true).find("Ticker"));
    assertEquals(List.of(), List.copyOf(publicFunctions(true).all()));
  }

  @Test
  void beside_others_all_of_them_stay() {
    assertEquals(
        deployed.size(), new FunctionRegistry(deployed, List.of(new Source(false))).all().size());
    assertEquals(1, publicFunctions(false).all().size());
  }

  private static PublicFunctionRegistry publicFunctions(boolean alone) {
    return new PublicFunctionRegistry(List.of(new Ticker()), List.of(new Source(alone)));
  }

  private record Source(boolean isAlone) implements FunctionSource {

    @Override
    public List<PrivateFunction> functions() {
      return List.of();
    }
  }

  private static final class Ticker implements PublicFunction {

    @Override
    public String name() {
      return "Ticker";
    }

    @Override
    public JsonValue call(Arguments arguments, Instant now) {
      throw new UnsupportedOperationException("nothing is called here");
    }
  }
}
