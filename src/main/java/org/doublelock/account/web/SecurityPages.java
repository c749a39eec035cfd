package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The security overview. */
@Controller
@RequestScoped
@Path("/security")
@Produces("text/html")
public class SecurityPages {

  @GET
  public String overview() {
    return "account/security.jsp";
  }
}
