package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.doublelock.account.session.SignedIn;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.KeyList;
import org.doublelock.apikey.KeyLists;
import org.doublelock.apikey.KeySearch;
import org.doublelock.apikey.web.KeyListPage;
import org.doublelock.apikey.web.KeyListQuery;
import org.doublelock.unlocking.web.LeaseLines;
import org.doublelock.web.Places;

/** "2FA Settings": every key with its switch. */
@Controller
@RequestScoped
@Path(TwoFactorSettingsPages.PATH)
@Produces("text/html")
public class TwoFactorSettingsPages {

  static final String PATH = "/security/two-factor";

  @Inject private KeyLists keys;
  @Inject private KeyRows rows;
  @Inject private LeaseLines leases;
  @Inject private SignedIn person;
  @Inject private Places places;
  @Inject private Models models;

  @GET
  public String settings(@BeanParam KeyListQuery query) {
    KeySearch search = query.search();
    KeyList list = keys.page(person.account(), search, KeyListPage.ROWS);
    places.remember(PATH, search, list.page());
    models.put("list", new KeyListPage(PATH, search, list));
    models.put("keys", rows.of(list.keys()));
    models.put("lines", leases.ofAll(list.keys().stream().map(ApiKey::id).toList()));
    return "secondfactor/settings.jsp";
  }
}
