package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doublelock.EntitiesOn;
import org.junit.jupiter.api.Test;

class PersistenceUnitTest {

  @Test
  void each_class_that_is_mapped_is_named_in_it() {
    assertEquals(mapped(), EntitiesOn.named());
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
}
