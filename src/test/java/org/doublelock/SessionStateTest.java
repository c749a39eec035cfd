package org.doublelock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.enterprise.context.SessionScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doublelock.account.session.PersonEntered;
import org.junit.jupiter.api.Test;

/** A browser session may outlive its person, and is no way to tell the next one about them. */
class SessionStateTest {

  /** Who is signed in, the browser's own, and what is bound to an account in itself. */
  private static final Set<String> OUTLIVES_A_PERSON =
      Set.of(
          "SignedIn",
          "PendingSignIn",
          "PasskeyChallenge",
          "CarriedLinks",
          "EndedSession",
          "FormSecret",
          "PersonalLook");

  @Test
  void what_a_session_keeps_is_forgotten_when_somebody_signs_in_in_it() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.doublelock");
    Set<String> keeping =
        classes.stream()
            .filter(each -> each.isAnnotatedWith(SessionScoped.class))
            .filter(each -> !forgets(each))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(OUTLIVES_A_PERSON), keeping);
  }

  private static boolean forgets(JavaClass bean) {
    return bean.getMethods().stream()
        .anyMatch(
            method ->
                method.getRawParameterTypes().stream()
                    .anyMatch(type -> type.isEquivalentTo(PersonEntered.class)));
  }
}
