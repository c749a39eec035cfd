package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersistenceUnitTest {

  @Test
  void each_class_that_is_mapped_is_named_in_it() throws IOException {
    assertEquals(mapped(), named());
  }

  private static Set<String> mapped() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.doublelock")
            .stream()
            .filter(
                each ->
                    each.isAnnotatedWith(Entity.class)
                        || each.isAnnotatedWith(Embeddable.class)
                        || each.isAnnotatedWith(MappedSuperclass.class)
                        || each.isAnnotatedWith(Converter.class))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named() throws IOException {
    try (InputStream file =
        PersistenceUnitTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
      return Pattern.compile("<class>(.+?)</class>")
          .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(match -> match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
