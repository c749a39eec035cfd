package org.doublelock.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.Set;
import org.doublelock.administration.web.OperatorInRole.Role;

/** Where operators by the identity provider learn that it has to say so anew. */
@Controller
@RequestScoped
@Path("/operator/role")
@Produces("text/html")
public class RolePages {

  static final URI PAGE = URI.create("/operator/role");

  @Inject private OperatorInRole operator;

  @GET
  public String over() {
    if (!Set.of(Role.BY_PROVIDER, Role.OVER).contains(operator.role())) {
      throw new NotFoundException();
    }
    return "administration/role.jsp";
  }
}
