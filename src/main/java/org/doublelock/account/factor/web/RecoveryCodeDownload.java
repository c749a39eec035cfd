package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.doublelock.account.factor.RecoveryCode;
import org.doublelock.account.session.SignedIn;
import org.doublelock.web.message.PageMessages;

/** The recovery codes that a page shows, as a text file: no view, and nothing is changed. */
@RequestScoped
@Path("/security/recovery-codes/download")
public class RecoveryCodeDownload {

  @Inject private RecoveryCodeSheet sheet;
  @Inject private SignedIn person;
  @Inject private PageMessages messages;

  @POST
  @Produces("text/plain;charset=UTF-8")
  public Response download(@FormParam("code") List<String> codes) {
    String lines =
        sheet.recognised(codes).stream().map(RecoveryCode::read).collect(Collectors.joining("\n"));
    return Response.ok(messages.plain("recovery.file", person.getName()) + "\n\n" + lines + "\n")
        .header("Content-Disposition", "attachment; filename=\"doublelock-recovery-codes.txt\"")
        .build();
  }
}
