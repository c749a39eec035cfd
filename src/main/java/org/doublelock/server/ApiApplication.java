package org.doublelock.server;

import jakarta.mvc.form.FormMethodOverwriter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.doublelock.api.NoSuchCall;
import org.doublelock.api.OpenApiResource;
import org.doublelock.api.PrivateApi;
import org.doublelock.api.PublicApi;

/** The API under {@code /0}. */
@ApplicationPath("0")
public class ApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PrivateApi.class, PublicApi.class, OpenApiResource.class, NoSuchCall.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // else what serves the pages reads each form before us, to its end and by rules of its own
        FormMethodOverwriter.FORM_METHOD_OVERWRITE,
        FormMethodOverwriter.Options.DISABLED,
        "jersey.config.server.wadl.disableWadl",
        Boolean.TRUE);
  }
}
