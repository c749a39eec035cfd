package org.doublelock.server;

import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** The settings, for what the server makes before there are beans to inject them into. */
final class Settings {

  private Settings() {}

  static Config now() {
    try {
      return ConfigProvider.getConfig();
    } catch (IllegalStateException notYet) {
      // GlassFish tells its provider to this interface only after persistence has begun
      ClassLoader application = Thread.currentThread().getContextClassLoader();
      return ServiceLoader.load(ConfigProviderResolver.class, application)
          .findFirst()
          .orElseThrow(() -> notYet)
          .getConfig(application);
    }
  }
}
