package org.doublelock.account.factor.web;

import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.FactorKind;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.KeptFactor;
import org.doublelock.account.factor.RemovedFactor;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.edge.RowId;
import org.doublelock.web.form.FormPages;

/** Renaming and removing the factors of one kind that sign the account in. */
@Controller // of these methods, too: that of the class below says it of its own alone
public abstract class KeptFactorPages extends FormPages {

  @Inject protected AccountFactors factors;

  private final String path;
  private final FactorKind kind;
  private final String removalWords;

  /**
   * @param removalWords the key of the title of the page that removes one, with which that of its
   *     lead begins
   */
  protected KeptFactorPages(String path, FactorKind kind, String removalWords) {
    this.path = path;
    this.kind = kind;
    this.removalWords = removalWords;
  }

  @GET
  @Path("{id}/name")
  public Response name(@PathParam("id") String id) {
    KeptFactor factor = owned(id);
    String page = page(factor, "name");
    String typed = refused.recall(page, errors, "name");
    models.put("name", errors.isAny() ? typed : factor.name());
    models.put("factor", factor);
    models.put("action", page);
    return Response.ok("account/factor-name.jsp").build();
  }

  @POST
  @Path("{id}/name")
  public Response rename(
      @PathParam("id") String id,
      @FormParam("name") String typed,
      @FormParam("confirmation") String confirmation) {
    KeptFactor factor = owned(id);
    Optional<FactorName> name = FactorName.parse(typed);
    if (name.isEmpty()) {
      errors.add("name", "authenticator.name.missing", FactorName.MAX_LENGTH);
    } else if (confirmed(confirmation)
        && !factors.rename(person.account(), kind, factor.id(), name.get())) {
      errors.add("name", "authenticator.name.taken");
    }
    if (errors.isAny()) {
      return refused.sendBack(page(factor, "name"), errors, "name", typed);
    }
    notice.say("authenticator.renamed", name.get().text());
    return Response.seeOther(SignInPages.HOME).build();
  }

  @GET
  @Path("{id}/removal")
  public Response ask(@PathParam("id") String id) {
    KeptFactor factor = owned(id);
    String page = page(factor, "removal");
    refused.recall(page, errors);
    models.put("app", factor);
    models.put("last", factors.number(person.account()) == 1);
    models.put("action", page);
    models.put("words", removalWords);
    return Response.ok("account/factor-removal.jsp").build();
  }

  @POST
  @Path("{id}/removal")
  public Response remove(
      @PathParam("id") String id,
      @FormParam("last") String warned,
      @FormParam("confirmation") String confirmation) {
    KeptFactor factor = owned(id);
    if (!confirmed(confirmation)) {
      return refused.sendBack(page(factor, "removal"), errors);
    }
    RemovedFactor removed = factors.remove(person.account(), kind, factor.id(), warned != null);
    if (removed == RemovedFactor.UNWARNED) {
      errors.add("", "authenticator.removal.last-now");
      return refused.sendBack(page(factor, "removal"), errors);
    }
    boolean last = removed == RemovedFactor.LAST_REMOVED;
    notice.say(last ? "authenticator.removed.last" : "authenticator.removed", factor.name());
    return Response.seeOther(SignInPages.HOME).build();
  }

  /** The one of the person's that is meant; empty where they have none of this kind and id. */
  protected Optional<KeptFactor> find(String id) {
    return RowId.parse(id).flatMap(parsed -> factors.find(person.account(), kind, parsed));
  }

  private KeptFactor owned(String id) {
    return find(id).orElseThrow(NotFoundException::new);
  }

  private String page(KeptFactor factor, String act) {
    return path + "/" + factor.id() + "/" + act;
  }
}
