package org.doublelock.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.doublelock.api.NoSuchCall;
import org.doublelock.api.OpenApiResource;
import org.doublelock.api.PostAlone;
import org.doublelock.api.PrivateApi;
import org.doublelock.api.PublicApi;

/** The API under {@code /0}. */
@ApplicationPath("0")
public class ApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(WithoutPages.classes());
    classes.addAll(
        Set.of(
            PrivateApi.class,
            PublicApi.class,
            OpenApiResource.class,
            PostAlone.class,
            NoSuchCall.class));
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return WithoutPages.properties(Map.of("jersey.config.server.wadl.disableWadl", Boolean.TRUE));
  }
}
