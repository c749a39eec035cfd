package org.doublelock.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.doublelock.account.session.SignedIn;
import org.doublelock.mail.MailSettings;
import org.doublelock.mail.ShownMails;

/**
 * The mails of a demo, for the person that the demo is opened with. Where mails are sent, and to
 * anyone else, there is no such page: who reads it can follow every link.
 */
@Controller
@RequestScoped
@Path("/mails")
@Produces("text/html")
public class ShownMailPages {

  @Inject private MailSettings settings;
  @Inject private ShownMails mails;
  @Inject private SignedIn person;
  @Inject private Models models;

  @GET
  public String list() {
    if (!settings.areShownTo(person.getName())) {
      throw new NotFoundException();
    }
    models.put("mails", mails.all());
    return "notification/mails.jsp";
  }
}
