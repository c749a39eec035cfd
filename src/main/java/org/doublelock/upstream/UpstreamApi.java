package org.doublelock.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.PermissionSource;
import org.doublelock.function.FunctionSource;
import org.doublelock.function.PrivateFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The upstream API as {@code doublelock.upstream.file} declares it; without one it is empty. */
@ApplicationScoped
public class UpstreamApi implements FunctionSource, PermissionSource {

  static final String SETTING = "doublelock.upstream.file";

  private UpstreamFile file;

  protected UpstreamApi() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalStateException naming the setting and what is wrong with the file
   */
  @Inject
  public UpstreamApi(@ConfigProperty(name = SETTING) Optional<String> setting) {
    this.file = setting.map(Path::of).map(UpstreamFile::read).orElseGet(UpstreamFile::none);
  }

  @Override
  public List<UpstreamFunction> functions() {
    return file.functions();
  }

  @Override
  public List<Declared> permissions() {
    return file.permissions();
  }

  @Override
  public boolean isAlone() {
    return file.alone();
  }

  /**
   * The function that is called so.
   *
   * @param path as it was sent, without a query
   */
  public Optional<PrivateFunction> find(String method, String path) {
    return file.functions().stream()
        .filter(function -> function.method().equals(method) && function.pattern().matches(path))
        .map(PrivateFunction.class::cast)
        .findFirst();
  }
}
