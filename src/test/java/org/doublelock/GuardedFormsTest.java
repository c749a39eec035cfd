package org.doublelock;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.account.session.SignedIn;
import org.doublelock.account.signin.web.FreshlyConfirmed;
import org.junit.jupiter.api.Test;

/**
 * What stands before the forms of the pages. A new form has a guard, or is named here with why it
 * needs none.
 */
class GuardedFormsTest {

  private static final String TAKES_AWAY = "takes power away, or stops what would widen it";
  private static final String BY_LINK = "is opened by a link in a mail, or asks for one";
  private static final String SIGNING_IN = "is how a person confirms who they are";
  private static final String SHOWN = "has the codes from a page that was confirmed";
  private static final String HARMLESS = "changes nothing but what a page looks like or lists";

  /** By the page's class and method. */
  private static final Map<String, String> NEED_NO_CONFIRMATION =
      Map.ofEntries(
          entry("AccountPages.find", HARMLESS),
          entry("AuthenticatorPages.abandon", TAKES_AWAY),
          entry("EnrolmentPages.abandon", TAKES_AWAY),
          entry("FreezePages.freeze", TAKES_AWAY),
          entry("FreezePages.stop", TAKES_AWAY),
          entry("LookPages.language", HARMLESS),
          entry("LookPages.theme", HARMLESS),
          entry("MailAddressConfirmationPages.confirm", BY_LINK),
          entry("PasswordResetPages.ask", BY_LINK),
          entry("PasswordResetPages.change", BY_LINK),
          entry("ProviderLinkPages.cancel", TAKES_AWAY),
          entry("ProviderSignInPages.begin", SIGNING_IN),
          entry("ProviderStepUpPages.begin", SIGNING_IN),
          entry("RecoveryCodeDownload.download", SHOWN),
          entry("RecoveryCodePages.kept", SHOWN),
          entry("RegistrationPages.ask", BY_LINK),
          entry("RegistrationPages.open", BY_LINK),
          entry("RemovalPages.stop", TAKES_AWAY),
          entry("SessionPages.end", TAKES_AWAY),
          entry("SessionPages.endOthers", TAKES_AWAY),
          entry("SignInPages.second", SIGNING_IN),
          entry("SignInPages.signIn", SIGNING_IN),
          entry("SignInPages.signOut", TAKES_AWAY),
          entry("UnlockPages.lock", TAKES_AWAY),
          entry("UnlockPages.notNow", TAKES_AWAY));

  private static final Set<JavaMethod> FORMS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests()).importPackages("org.doublelock").stream()
              .filter(GuardedFormsTest::isOfPages)
              .flatMap(type -> type.getMethods().stream())
              .filter(method -> method.isAnnotatedWith(POST.class))
              .collect(Collectors.toSet());

  @Test
  void each_asks_for_a_confirmation_or_is_known_to_need_none() {
    Set<String> without =
        named(
            FORMS.stream()
                .filter(form -> !form.getOwner().isAnnotatedWith(FreshlyConfirmed.class))
                .filter(form -> !calls(form, GuardedFormsTest::asksForConfirmation)));
    assertEquals(new TreeSet<>(NEED_NO_CONFIRMATION.keySet()), without);
  }

  @Test
  void each_about_one_thing_looks_for_it_among_those_of_the_person() {
    assertEquals(
        Set.of(),
        named(
            FORMS.stream()
                .filter(GuardedFormsTest::isAboutOne)
                .filter(form -> !calls(form, GuardedFormsTest::asksWhoIsThere))));
  }

  private static boolean asksForConfirmation(JavaMethodCall call) {
    return call.getTargetOwner().getSimpleName().equals("StepUp")
        && call.getName().equals("passes");
  }

  private static boolean asksWhoIsThere(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(SignedIn.class) && call.getName().equals("account");
  }

  private static boolean isAboutOne(JavaMethod form) {
    return form.getParameters().stream()
        .anyMatch(parameter -> parameter.isAnnotatedWith(PathParam.class));
  }

  /** By itself or by what it calls of its own room's pages. */
  private static boolean calls(JavaCodeUnit method, Predicate<JavaMethodCall> wanted) {
    return calls(method, wanted, new HashSet<>());
  }

  private static boolean calls(
      JavaCodeUnit method, Predicate<JavaMethodCall> wanted, Set<JavaCodeUnit> seen) {
    return seen.add(method)
        && method.getMethodCallsFromSelf().stream()
            .anyMatch(
                call ->
                    wanted.test(call)
                        || isOfPages(call.getTargetOwner())
                            && call.getTarget().resolveMember().stream()
                                .anyMatch(own -> calls(own, wanted, seen)));
  }

  private static boolean isOfPages(JavaClass owner) {
    return (owner.getPackageName() + ".").contains(".web.");
  }

  private static Set<String> named(Stream<JavaMethod> forms) {
    return forms
        .map(form -> form.getOwner().getSimpleName() + "." + form.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
