package org.doublelock;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.doublelock.Room.PAGES;
import static org.doublelock.Room.room;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;
import javax.sql.DataSource;

/** The rooms of the house and who may enter which. */
@AnalyzeClasses(packages = "org.doublelock", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

  @ArchTest static final ArchRule signing = room("signing").mayUse();
  @ArchTest static final ArchRule otp = room("otp").mayUse();
  @ArchTest static final ArchRule vault = room("vault").mayUse();

  @ArchTest
  static final ArchRule account =
      room("account").mayUse("vault", "otp", "edge", "activity", "mail", "metrics", "identity");

  @ArchTest static final ArchRule identity = room("identity").mayUse("edge");

  @ArchTest static final ArchRule activity = room("activity").mayUse("edge", "metrics", "schedule");

  @ArchTest
  static final ArchRule mail = room("mail").mayUse("edge", "activity", "metrics", "schedule");

  @ArchTest
  static final ArchRule notification =
      room("notification")
          .mayUse("mail", "account", "apikey", "secondfactor", "activity", "web", "edge");

  @ArchTest
  static final ArchRule apikey =
      room("apikey").mayUse("vault", "account", "signing", "edge", "activity");

  @ArchTest
  static final ArchRule secondfactor =
      room("secondfactor")
          .mayUse("apikey", "account", "otp", "vault", "edge", "activity", "schedule");

  @ArchTest
  static final ArchRule administration =
      room("administration").mayUse("account", "apikey", "secondfactor", "activity");

  @ArchTest static final ArchRule function = room("function").mayUse("apikey", "account");

  @ArchTest
  static final ArchRule verification =
      room("verification")
          .mayUse(
              "signing",
              "otp",
              "apikey",
              "account",
              "secondfactor",
              "function",
              "vault",
              "edge",
              "activity",
              "history",
              "deadline",
              "unlocking",
              "policy");

  @ArchTest
  static final ArchRule policy =
      room("policy")
          .mayUse("apikey", "account", "secondfactor", "function", "activity", "schedule");

  @ArchTest
  static final ArchRule unlocking =
      room("unlocking")
          .mayUse("apikey", "account", "secondfactor", "function", "edge", "activity", "schedule");

  @ArchTest
  static final ArchRule sandbox =
      room("sandbox").mayUse("function", "apikey", "account", "edge", "schedule");

  @ArchTest static final ArchRule upstream = room("upstream").mayUse("function", "apikey");

  @ArchTest
  static final ArchRule api =
      room("api")
          .mayUse(
              "verification",
              "function",
              "apikey",
              "account",
              "upstream",
              "edge",
              "metrics",
              "deadline");

  @ArchTest static final ArchRule metrics = room("metrics").mayUse("edge", "deadline");
  @ArchTest static final ArchRule history = room("history").mayUse();
  @ArchTest static final ArchRule deadline = room("deadline").mayUse();
  @ArchTest static final ArchRule schedule = room("schedule").mayUse("metrics");
  @ArchTest static final ArchRule edge = room("edge").mayUse();

  @ArchTest static final ArchRule web = room("web").mayUse("account", "function", "apikey", "edge");

  @ArchTest static final ArchRule move = room("move").mayUse("history");
  @ArchTest static final ArchRule launch = room("launch").mayUse();

  @ArchTest
  static final ArchRule signing_and_otp_know_no_framework =
      noClasses()
          .that(resideInAnyPackage("org.doublelock.signing..", "org.doublelock.otp.."))
          .should()
          .dependOnClassesThat(resideInAnyPackage("jakarta..", "org.eclipse..", "org.hibernate.."));

  @ArchTest
  static final ArchRule signing_needs_the_jdk_alone =
      classes()
          .that(resideInAPackage("org.doublelock.signing.."))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "javax.crypto..", "org.doublelock.signing.."));

  @ArchTest
  static final ArchRule nothing_but_the_server_imports_a_features_pages =
      noClasses()
          .that(resideOutsideOfPackages("org.doublelock.server..", PAGES))
          .should()
          .dependOnClassesThat(resideInAPackage(PAGES));

  @ArchTest
  static final ArchRule pages_and_api_know_nothing_of_each_other =
      noClasses()
          .that(resideInAnyPackage("org.doublelock.api..", "org.doublelock.sandbox.."))
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.doublelock.web..", PAGES))
          .andShould()
          .dependOnClassesThat(resideInAPackage("jakarta.mvc.."));

  @ArchTest
  static final ArchRule pages_do_not_call_the_api =
      noClasses()
          .that(resideInAnyPackage("org.doublelock.web..", PAGES))
          .should()
          .dependOnClassesThat(resideInAPackage("org.doublelock.api.."));

  private static final List<Class<? extends Annotation>> BEANS =
      List.of(
          ApplicationScoped.class,
          Dependent.class,
          Path.class,
          Provider.class,
          RequestScoped.class,
          SessionScoped.class,
          Singleton.class,
          Stateless.class,
          WebFilter.class,
          WebListener.class,
          WebServlet.class);

  /** And is not loaded where no provider is configured: a container looks into its beans. */
  @ArchTest
  static final ArchRule the_library_of_sign_in_is_met_in_no_bean_and_in_one_room =
      noClasses()
          .that(resideOutsideOfPackages("org.doublelock.identity.."))
          .or(describe("beans", each -> BEANS.stream().anyMatch(each::isAnnotatedWith)))
          .should()
          .dependOnClassesThat(resideInAPackage("com.nimbusds.."));

  /** Elsewhere things are counted by the JDK's means, which cost a start and a call nothing. */
  @ArchTest
  static final ArchRule the_library_of_metrics_is_met_in_one_room =
      noClasses()
          .that(resideOutsideOfPackages("org.doublelock.metrics.."))
          .should()
          .dependOnClassesThat(resideInAPackage("io.prometheus.."));

  /** Servers tell nobody how full their pool is; waits for it are measured where it is injected. */
  @ArchTest
  static final ArchRule the_pool_is_injected =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .doNotHaveSimpleName("MeasuredPool")
          .and()
          .haveRawType(DataSource.class)
          .should()
          .beAnnotatedWith(Resource.class);

  /** What the connection says is the proxy's where there is one; TrustedProxies knows better. */
  @ArchTest
  static final ArchRule who_calls_is_asked_in_one_place =
      noClasses()
          .that(resideOutsideOfPackages("org.doublelock.edge.."))
          .should()
          .callMethod(HttpServletRequest.class, "getRemoteAddr")
          .orShould()
          .callMethod(HttpServletRequest.class, "getRemoteHost")
          .orShould()
          .callMethod(HttpServletRequest.class, "isSecure")
          .orShould()
          .callMethod(HttpServletRequest.class, "getScheme");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  /** Pages aside, which are the outermost part of their room, no room leads back to itself. */
  @ArchTest
  static final ArchRule no_circles =
      slices()
          .matching("org.doublelock.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(resideInAPackage(PAGES), resideInAPackage("org.doublelock.."))
          .ignoreDependency(
              resideInAPackage("org.doublelock.server.."), resideInAPackage("org.doublelock.."));
}
