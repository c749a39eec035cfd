package org.doublelock.account.password.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.doublelock.account.BearerToken;
import org.doublelock.account.mailedlink.CarriedLink;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.vault.PasswordHash;
import org.doublelock.web.Notice;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.RefusedForm;

/** The page that a mailed link leads to, on which the password of an account is chosen. */
@RequestScoped
public class PasswordByLink {

  @Inject private CarriedLink carried;
  @Inject private NewPassword chosen;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Notice notice;
  @Inject private Models models;

  /** The token of the link that is being followed, if one is. */
  public Optional<BearerToken> token(LinkPurpose purpose) {
    return carried.token(purpose);
  }

  /** Keeps the token that stands in the page's address and leads to the page without it. */
  public Response follow(LinkPurpose purpose, String token, String page) {
    carried.keep(purpose, token);
    return Response.seeOther(URI.create(page)).build();
  }

  /**
   * @param page the path that asks and is posted to
   * @param name whose password it will be; empty when the link is not good (any more)
   */
  public Response ask(String page, Optional<String> name, String view) {
    if (name.isEmpty()) {
      return Response.ok("account/link-over.jsp").build();
    }
    refused.recall(page, errors);
    models.put("name", name.get());
    models.put("shortest", chosen.shortest());
    return Response.ok(view).build();
  }

  /**
   * @param setting sets it, and says whether the link was still good
   * @param done the message for who may sign in with it now
   */
  public Response set(
      LinkPurpose purpose,
      String page,
      Optional<String> name,
      String password,
      String repeated,
      BiPredicate<BearerToken, PasswordHash> setting,
      String done) {
    if (name.isPresent()) {
      chosen.check(password, repeated, name.get());
      if (errors.isAny()) {
        return refused.sendBack(page, errors);
      }
    }
    Optional<BearerToken> token = name.flatMap(known -> token(purpose));
    boolean isSet = token.isPresent() && setting.test(token.get(), chosen.hash(password));
    carried.drop(purpose);
    if (!isSet) {
      return Response.seeOther(URI.create(page)).build();
    }
    notice.say(done, name.get());
    return Response.seeOther(URI.create("/sign-in")).build();
  }
}
