package org.doublelock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;
import java.util.Set;
import org.doublelock.vault.PasswordHasher;

/**
 * A slow hash takes long and may wait for its turn: nothing is held meanwhile. What this does not
 * see the hasher itself refuses, with a container and without one.
 */
@AnalyzeClasses(packages = "org.doublelock", importOptions = ImportOption.DoNotIncludeTests.class)
class SlowHashesTest {

  private static final Set<String> SLOW = Set.of("hash", "verify", "verifyAbsent", "tryOut");

  private static final Set<TransactionAttributeType> OUTSIDE =
      Set.of(TransactionAttributeType.NEVER, TransactionAttributeType.NOT_SUPPORTED);

  @ArchTest
  static final ArchRule are_computed_in_no_transaction =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "a slow hash is computed by a session bean in a transaction",
                  SlowHashesTest::isInTransaction));

  private static boolean isInTransaction(JavaMethodCall call) {
    JavaCodeUnit by = call.getOrigin();
    return call.getTargetOwner().isEquivalentTo(PasswordHasher.class)
        && SLOW.contains(call.getTarget().getName())
        && isSessionBean(by.getOwner())
        && !isOutside(by);
  }

  private static boolean isSessionBean(JavaClass owner) {
    return owner.isAnnotatedWith(Stateless.class) || owner.isAnnotatedWith(Singleton.class);
  }

  /** A private method is called in whatever its callers are in. */
  private static boolean isOutside(JavaCodeUnit method) {
    return method.getModifiers().contains(JavaModifier.PRIVATE)
        ? method.getCallsOfSelf().stream().allMatch(call -> isOutside(call.getOrigin()))
        : attribute(method)
            .or(() -> attribute(method.getOwner()))
            .filter(OUTSIDE::contains)
            .isPresent();
  }

  private static Optional<TransactionAttributeType> attribute(HasAnnotations<?> annotated) {
    return annotated.isAnnotatedWith(TransactionAttribute.class)
        ? Optional.of(annotated.getAnnotationOfType(TransactionAttribute.class).value())
        : Optional.empty();
  }
}
