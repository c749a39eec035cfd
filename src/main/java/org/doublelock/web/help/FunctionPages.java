package org.doublelock.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PublicFunction;
import org.doublelock.function.PublicFunctionRegistry;
import org.doublelock.web.message.PageMessages;

/** The functions of the API, as they describe themselves, for anyone to read. */
@Controller
@RequestScoped
@Path(DescribedFunction.PAGE)
@Produces("text/html")
public class FunctionPages {

  @Inject private Models models;
  @Inject private PageMessages messages;
  @Inject private FunctionRegistry privateFunctions;
  @Inject private PublicFunctionRegistry publicFunctions;

  @GET
  public String all() {
    Map<String, List<DescribedFunction>> byGroup =
        privateFunctions.all().stream()
            .map(DescribedFunction::of)
            .collect(Collectors.groupingBy(DescribedFunction::group));
    Map<String, List<DescribedFunction>> ordered = new LinkedHashMap<>();
    Stream.of(PermissionGroup.values())
        .map(PermissionGroup::code)
        .filter(byGroup::containsKey)
        .forEach(group -> ordered.put(group, byGroup.get(group)));
    models.put("groups", ordered);
    models.put(
        "publicFunctions", publicFunctions.all().stream().map(DescribedFunction::of).toList());
    return "web/help-functions.jsp";
  }

  @GET
  @Path("{name: [A-Za-z0-9]+/?[A-Za-z0-9]*}") // names with one slash inside, such as Earn/Allocate
  public String one(@PathParam("name") String name) {
    String publicName = name.replaceFirst("^" + DescribedFunction.PUBLIC + "/", "");
    if (publicName.equals(name)) {
      PrivateFunction function = privateFunctions.find(name).orElseThrow(NotFoundException::new);
      models.put("access", function.access().alternatives());
      models.put("cost", function.cost());
      draw(DescribedFunction.of(function), function.result());
    } else {
      PublicFunction function =
          publicFunctions.find(publicName).orElseThrow(NotFoundException::new);
      draw(DescribedFunction.of(function), function.result());
    }
    return "web/help-function.jsp";
  }

  private void draw(DescribedFunction function, Optional<Type> result) {
    models.put("function", function);
    AnswerSketch sketch = new AnswerSketch(word -> messages.plain("help.functions." + word));
    models.put("sketch", result.map(sketch::of).orElse(""));
  }
}
