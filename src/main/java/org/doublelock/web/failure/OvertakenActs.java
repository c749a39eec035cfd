package org.doublelock.web.failure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.apikey.KeyDeleted;
import org.doublelock.web.PagePath;

/**
 * What a form is answered whose act was overtaken: by the deletion of its key, by an operator who
 * locked the account, or by the end of its session. All were there a moment before, so no page
 * could have known.
 */
public final class OvertakenActs {

  private OvertakenActs() {}

  /** The key is as one that never was. */
  public static class ByDeletion implements ExceptionMapper<KeyDeleted> {

    @Override
    public Response toResponse(KeyDeleted meanwhile) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
  }

  /** The session that asked has ended with the account. */
  public static class ByLocking implements ExceptionMapper<AccountLocked> {

    @Override
    public Response toResponse(AccountLocked meanwhile) {
      return Response.status(Response.Status.FORBIDDEN).build();
    }
  }

  /**
   * Another session, or a new password, has ended the one that asked: a form is refused, and who
   * only looked signs in and looks again.
   */
  public static class ByEndOfSession implements ExceptionMapper<SessionEnded> {

    @Context private HttpServletRequest request;

    @Override
    public Response toResponse(SessionEnded meanwhile) {
      return "GET".equals(request.getMethod())
          ? Response.status(Response.Status.SEE_OTHER)
              .header("Location", PagePath.signInBefore(PagePath.asked(request)))
              .build()
          : Response.status(Response.Status.FORBIDDEN).build();
    }
  }
}
