package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.factor.RecoveryCode;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.session.SignedIn;
import org.doublelock.edge.PublicUrl;
import org.doublelock.web.form.ShownOnce;

/** New recovery codes on a page that is shown once. */
@RequestScoped
public class RecoveryCodeSheet {

  private static final String VIEW = "account/recovery-codes-once.jsp";

  @Inject private RecoveryCodes recovery;
  @Inject private SignedIn person;
  @Inject private ShownOnce once;
  @Inject private PublicUrl publicUrl;
  @Inject private HttpServletRequest request;
  @Inject private Models models;
  @Inject private Clock clock;

  /** Makes new codes and shows them. */
  Response renew() {
    return showNew(recovery.renew(person.account(), clock.instant()), false);
  }

  /** Shows the codes that were made with the factor that switched two-factor sign-in on. */
  Response showFirst(List<RecoveryCode> codes) {
    return showNew(codes, true);
  }

  /** Reads nothing: what failed here would take along the only sight of the codes. */
  private Response showNew(List<RecoveryCode> codes, boolean justOn) {
    once.mark();
    models.put("justOn", justOn);
    return show(codes, 200);
  }

  /** Those of the codes a page posted back that are the person's own. */
  List<RecoveryCode> recognised(List<String> posted) {
    return recovery.recognised(
        person.account(),
        posted == null
            ? List.of()
            : posted.stream().map(RecoveryCode::parse).flatMap(Optional::stream).toList());
  }

  /** Without its path, which need not be one that a URI may have. */
  private URI asked() {
    String whole = request.getRequestURL().toString();
    return URI.create(whole.substring(0, whole.indexOf('/', whole.indexOf("://") + 3) + 1));
  }

  /** Shows codes that the person still has on the page. */
  Response show(List<RecoveryCode> codes, int status) {
    models.put("codes", codes.stream().map(RecoveryCode::read).toList());
    models.put("site", publicUrl.shown(asked()));
    models.put("made", clock.instant());
    return Response.status(status).entity(VIEW).build();
  }
}
