package org.doublelock.server;

import jakarta.mvc.form.FormMethodOverwriter;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.doublelock.account.factor.web.AuthenticatorPages;
import org.doublelock.account.factor.web.AuthenticatorSetupPages;
import org.doublelock.account.factor.web.PasskeyPages;
import org.doublelock.account.factor.web.PasskeySetupPages;
import org.doublelock.account.factor.web.RecoveryCodeDownload;
import org.doublelock.account.factor.web.RecoveryCodePages;
import org.doublelock.account.mailaddress.web.MailAddressConfirmationPages;
import org.doublelock.account.mailaddress.web.MailAddressPages;
import org.doublelock.account.password.web.PasswordPages;
import org.doublelock.account.password.web.PasswordResetPages;
import org.doublelock.account.provider.web.ProviderLinkPages;
import org.doublelock.account.provider.web.ProviderSignInPages;
import org.doublelock.account.provider.web.ProviderStepUpPages;
import org.doublelock.account.registration.web.RegistrationPages;
import org.doublelock.account.session.web.SessionPages;
import org.doublelock.account.signin.web.FreshConfirmationGuard;
import org.doublelock.account.signin.web.HashingBusyPage;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.account.signin.web.StepUpPages;
import org.doublelock.account.web.SecurityPages;
import org.doublelock.activity.web.ActivityExport;
import org.doublelock.activity.web.ActivityPages;
import org.doublelock.administration.web.AccountPages;
import org.doublelock.administration.web.OpeningPages;
import org.doublelock.administration.web.RolePages;
import org.doublelock.apikey.web.ApiKeyPages;
import org.doublelock.notification.web.FreezePages;
import org.doublelock.notification.web.ShownMailPages;
import org.doublelock.secondfactor.web.EnrolmentActionsPages;
import org.doublelock.secondfactor.web.EnrolmentConfirmationPages;
import org.doublelock.secondfactor.web.EnrolmentPages;
import org.doublelock.secondfactor.web.RemovalPages;
import org.doublelock.secondfactor.web.TwoFactorSettingsPages;
import org.doublelock.unlocking.web.UnlockChoicePages;
import org.doublelock.unlocking.web.UnlockPages;
import org.doublelock.verification.web.TestKeyPages;
import org.doublelock.web.failure.OvertakenActs;
import org.doublelock.web.failure.UndrawnPages;
import org.doublelock.web.failure.WordlessFailures;
import org.doublelock.web.form.FormTokenRequired;
import org.doublelock.web.help.FunctionPages;
import org.doublelock.web.help.HelpPages;
import org.doublelock.web.look.LookPages;

/**
 * The server-rendered pages. Listed one by one: left to find them, the server would publish the
 * API's resources here too, and Krazo does not start when CDI is asked for them this early.
 */
@ApplicationPath("/")
public class PagesApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        SignInPages.class,
        ProviderSignInPages.class,
        ProviderLinkPages.class,
        SecurityPages.class,
        AuthenticatorPages.class,
        AuthenticatorSetupPages.class,
        OpeningPages.class,
        AccountPages.class,
        RolePages.class,
        PasskeyPages.class,
        PasskeySetupPages.class,
        StepUpPages.class,
        ProviderStepUpPages.class,
        FreshConfirmationGuard.class,
        PasswordPages.class,
        RegistrationPages.class,
        PasswordResetPages.class,
        MailAddressPages.class,
        MailAddressConfirmationPages.class,
        SessionPages.class,
        RecoveryCodePages.class,
        RecoveryCodeDownload.class,
        ApiKeyPages.class,
        ActivityPages.class,
        ActivityExport.class,
        TwoFactorSettingsPages.class,
        EnrolmentPages.class,
        EnrolmentConfirmationPages.class,
        EnrolmentActionsPages.class,
        RemovalPages.class,
        UnlockPages.class,
        UnlockChoicePages.class,
        FreezePages.class,
        ShownMailPages.class,
        TestKeyPages.class,
        HelpPages.class,
        FunctionPages.class,
        LookPages.class,
        FormTokenRequired.class,
        OvertakenActs.ByDeletion.class,
        OvertakenActs.ByLocking.class,
        OvertakenActs.ByEndOfSession.class,
        UndrawnPages.class,
        HashingBusyPage.class,
        WordlessFailures.Marker.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // a token of our own: new at sign-in, and another one on each page
        Csrf.CSRF_PROTECTION,
        Csrf.CsrfOptions.OFF,
        // no form here is anything but a POST; as in ApiApplication, since the two share one reader
        FormMethodOverwriter.FORM_METHOD_OVERWRITE,
        FormMethodOverwriter.Options.DISABLED,
        // without it the flash scope's id shows in the URL
        "org.eclipse.krazo.redirectScopeCookies",
        Boolean.TRUE,
        "jersey.config.server.wadl.disableWadl",
        Boolean.TRUE);
  }
}
