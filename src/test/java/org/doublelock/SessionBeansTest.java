package org.doublelock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;

/** What only the container refuses: a test without one calls a bean itself, not its proxy. */
@AnalyzeClasses(packages = "org.doublelock", importOptions = ImportOption.DoNotIncludeTests.class)
class SessionBeansTest {

  @ArchTest
  static final ArchRule are_called_by_others_through_public_methods_alone =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "another class's session bean has no proxy for",
                  SessionBeansTest::isRefusedByTheContainer));

  private static boolean isRefusedByTheContainer(JavaMethodCall call) {
    return call.getTarget()
        .resolveMember()
        .filter(method -> isSessionBean(method.getOwner()))
        .filter(method -> !method.getOwner().equals(call.getOriginOwner()))
        .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
        .isPresent();
  }

  private static boolean isSessionBean(JavaClass owner) {
    return owner.isAnnotatedWith(Stateless.class) || owner.isAnnotatedWith(Singleton.class);
  }
}
