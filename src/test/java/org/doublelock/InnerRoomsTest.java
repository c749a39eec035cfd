package org.doublelock;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.doublelock.Room.room;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.doublelock.secondfactor.Removals;
import org.doublelock.secondfactor.SecondFactors;

/** The rooms inside the two largest ones and who may enter which. */
@AnalyzeClasses(packages = "org.doublelock", importOptions = ImportOption.DoNotIncludeTests.class)
class InnerRoomsTest {

  @ArchTest
  static final ArchRule session =
      room("account.session").mayUse("account", "edge", "activity", "metrics", "identity");

  @ArchTest
  static final ArchRule factor =
      room("account.factor")
          .mayUse("account", "account.session", "otp", "vault", "edge", "activity");

  @ArchTest
  static final ArchRule provider =
      room("account.provider").mayUse("account", "account.session", "edge", "activity", "identity");

  @ArchTest
  static final ArchRule signin =
      room("account.signin")
          .mayUse(
              "account",
              "account.session",
              "account.factor",
              "account.provider",
              "vault",
              "otp",
              "edge",
              "activity",
              "identity");

  @ArchTest static final ArchRule mailedlink = room("account.mailedlink").mayUse("account", "edge");

  @ArchTest
  static final ArchRule revocation =
      room("account.revocation")
          .mayUse(
              "account",
              "account.session",
              "account.factor",
              "account.provider",
              "account.signin",
              "account.mailedlink",
              "mail");

  @ArchTest
  static final ArchRule password =
      room("account.password")
          .mayUse(
              "account",
              "account.session",
              "account.factor",
              "account.provider",
              "account.signin",
              "account.mailedlink",
              "account.revocation",
              "vault",
              "mail");

  @ArchTest
  static final ArchRule mailaddress =
      room("account.mailaddress")
          .mayUse(
              "account",
              "account.session",
              "account.mailedlink",
              "account.revocation",
              "activity",
              "mail");

  @ArchTest
  static final ArchRule registration =
      room("account.registration")
          .mayUse(
              "account",
              "account.session",
              "account.provider",
              "account.signin",
              "account.mailedlink",
              "account.mailaddress",
              "account.password",
              "vault",
              "mail",
              "identity");

  @ArchTest
  static final ArchRule message = room("web.message").mayUse("web", "account", "apikey", "edge");

  @ArchTest
  static final ArchRule look = room("web.look").mayUse("web", "web.message", "account", "edge");

  @ArchTest
  static final ArchRule help = room("web.help").mayUse("web.message", "function", "apikey", "edge");

  @ArchTest
  static final ArchRule form =
      room("web.form").mayUse("web", "web.message", "web.help", "account", "edge");

  @ArchTest
  static final ArchRule failure =
      room("web.failure").mayUse("web", "web.help", "account", "apikey", "edge");

  @ArchTest static final ArchRule frame = room("web.frame").mayUse("web", "web.form", "account");

  @ArchTest static final ArchRule account_itself = knowsNoRoomInside("account");
  @ArchTest static final ArchRule web_itself = knowsNoRoomInside("web");

  @ArchTest static final ArchRule no_circles_in_web = noCircles("org.doublelock.web.(*)..");

  /** Pages aside, which use what they show of whichever room. */
  @ArchTest
  static final ArchRule no_circles_in_account =
      slices()
          .matching("org.doublelock.account.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(
              resideInAPackage("org.doublelock.account..web.."),
              resideInAPackage("org.doublelock.."));

  @ArchTest
  static final ArchRule nor_among_its_pages = noCircles("org.doublelock.account.(*).web..");

  @ArchTest
  static final ArchRule the_overview_of_an_account_is_used_by_none_of_its_rooms =
      noClasses()
          .that(resideInAPackage("org.doublelock.account.*.web.."))
          .should()
          .dependOnClassesThat(resideInAPackage("org.doublelock.account.web.."));

  @ArchTest
  static final ArchRule a_keys_factor_knows_nothing_of_how_it_is_removed =
      noClasses()
          .that()
          .belongToAnyOf(SecondFactors.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Removals.class);

  /** What a room holds itself is what the rooms inside it stand on. */
  private static ArchRule knowsNoRoomInside(String room) {
    return noClasses()
        .that(resideInAPackage("org.doublelock." + room))
        .should()
        .dependOnClassesThat(resideInAPackage("org.doublelock." + room + ".*.."));
  }

  private static ArchRule noCircles(String rooms) {
    return slices().matching(rooms).should().beFreeOfCycles();
  }
}
