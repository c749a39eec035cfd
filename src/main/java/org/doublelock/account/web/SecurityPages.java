package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.doublelock.mail.MailSettings;

/** The security overview. */
@Controller
@RequestScoped
@Path("/security")
@Produces("text/html")
public class SecurityPages {

  @Inject private MailSettings mail;
  @Inject private Models models;

  @GET
  public String overview() {
    models.put("mail", mail.isOn());
    return "account/security.jsp";
  }
}
