package org.doublelock.secondfactor.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.secondfactor.Confirmation;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.web.Places;
import org.doublelock.web.form.FormPages;

/** Pages about one key, which their path names, and its second factor. */
public abstract class KeyPages extends FormPages {

  @Inject protected SecondFactors factors;
  @Inject protected ApiKeys keys;
  @Inject protected Places places;

  @PathParam("id")
  private String id;

  /** The person's own key; to anyone else it does not exist. */
  protected ApiKey owned() {
    return keys.find(person.account(), id).orElseThrow(NotFoundException::new);
  }

  /** Whether the key's second factor was typed; else its field says what was wrong. */
  protected boolean confirms(ApiKey key, String current) {
    Confirmation outcome = factors.confirm(key.id(), current, clock.instant());
    if (outcome != Confirmation.CONFIRMED) {
      noteCurrent(key, outcome);
    }
    return outcome == Confirmation.CONFIRMED;
  }

  protected void noteCurrent(ApiKey key, Confirmation outcome) {
    owned(); // one that was deleted meanwhile has no factor left that could be wrong
    errors.add(
        "current",
        "second-factor.current." + outcome.code(),
        factors.triesLeft(key.id(), clock.instant()),
        factors.method(key.id()).map(SecondFactorMethod::code).orElse(""));
  }

  /** Back to the list of keys, where the person was in it. */
  protected Response settings() {
    return Response.seeOther(places.uri(TwoFactorSettingsPages.PATH)).build();
  }
}
