package org.doublelock.account.password.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.doublelock.account.BearerToken;
import org.doublelock.account.mailedlink.CarriedLinks;
import org.doublelock.account.mailedlink.LinkHandle;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.vault.PasswordHash;
import org.doublelock.web.form.FormPages;

/** The page that a mailed link leads to, on which the password of an account is chosen. */
@RequestScoped
public class PasswordByLink extends FormPages {

  @Inject private CarriedLinks carried;
  @Inject private NewPassword chosen;

  /**
   * A page about one link.
   *
   * @param path the path that asks and is posted to
   * @param link the handle of the link, as the page has sent it; may be null
   */
  public record LinkPage(LinkPurpose purpose, String path, String link) {

    private URI address() {
      return LinkHandle.page(path, link);
    }
  }

  /** The token of the page's link, if it is being followed. */
  public Optional<BearerToken> token(LinkPage page) {
    return carried.token(page.purpose(), page.link());
  }

  /** Keeps the token that stands in the page's address and leads to the page without it. */
  public Response follow(LinkPurpose purpose, String token, String page) {
    return Response.seeOther(carried.keep(purpose, token, page)).build();
  }

  /**
   * @param name whose password it will be; empty when the link is not good (any more)
   */
  public Response ask(LinkPage page, Optional<String> name, String view) {
    if (name.isEmpty()) {
      return Response.ok("account/link-over.jsp").build();
    }
    refused.recall(page.path(), errors);
    models.put("name", name.get());
    models.put("link", page.link());
    models.put("shortest", chosen.shortest());
    return Response.ok(view).build();
  }

  /**
   * @param setting sets it, and says whether the link was still good
   * @param done the message for who may sign in with it now
   */
  public Response set(
      LinkPage page,
      Optional<String> name,
      String password,
      String repeated,
      BiPredicate<BearerToken, PasswordHash> setting,
      String done) {
    if (name.isPresent()) {
      chosen.check(password, repeated, name.get());
      if (errors.isAny()) {
        return refused.sendBack(page.address().toString(), errors);
      }
    }
    Optional<BearerToken> token = name.flatMap(known -> token(page));
    boolean isSet = token.isPresent() && setting.test(token.get(), chosen.hash(password));
    carried.drop(page.purpose(), page.link());
    if (!isSet) {
      return Response.seeOther(page.address()).build();
    }
    notice.say(done, name.get());
    return Response.seeOther(URI.create("/sign-in")).build();
  }
}
