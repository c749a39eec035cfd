package org.doublelock.web.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doublelock.apikey.Permissions;

/**
 * The messages that are deployed: {@code messages/<room>_<language>.properties}, in UTF-8. A
 * language is there as soon as its files are.
 */
@ApplicationScoped
public class DeployedMessages {

  private static final String FOLDER = "/WEB-INF/classes/messages/";
  private static final Pattern FILE = Pattern.compile("[a-z-]+_([a-z]{2,3})\\.properties");

  private MessageCatalogue catalogue;

  protected DeployedMessages() {
    // for the CDI proxy
  }

  @Inject
  public DeployedMessages(ServletContext application, Permissions permissions) {
    Map<String, Map<String, String>> patterns = new HashMap<>();
    for (String path : application.getResourcePaths(FOLDER)) {
      Matcher file = FILE.matcher(path.substring(FOLDER.length()));
      if (file.matches()) {
        Map<String, String> language =
            patterns.computeIfAbsent(file.group(1), code -> new HashMap<>());
        read(application, path).forEach((key, text) -> language.put((String) key, (String) text));
      }
    }
    permissions
        .messages()
        .forEach(
            (code, texts) ->
                // a text in a language without pages is never asked for
                Optional.ofNullable(patterns.get(code)).ifPresent(all -> all.putAll(texts)));
    this.catalogue = new MessageCatalogue(patterns);
  }

  public MessageCatalogue catalogue() {
    return catalogue;
  }

  private static Properties read(ServletContext application, String path) {
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(application.getResourceAsStream(path), StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + path, unreadable);
    }
  }
}
