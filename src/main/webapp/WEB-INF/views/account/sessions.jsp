<d:page title="${msg.plain('sessions.title')}" here="security" wide="true">
  <p class="lead">${msg.text('sessions.lead')}</p>
  <table class="table stack-table align-middle">
    <thead>
      <tr>
        <th scope="col">${msg.text('sessions.browser')}</th>
        <th scope="col">${msg.text('sessions.address')}</th>
        <th scope="col">${msg.text('sessions.signed-in')}</th>
        <th scope="col">${msg.text('sessions.last-active')}</th>
        <th scope="col"><span class="visually-hidden">${msg.text('authenticator.actions')}</span></th>
      </tr>
    </thead>
    <tbody>
      <c:forEach var="session" items="${sessions}">
        <tr>
          <th scope="row" data-label="${msg.text('sessions.browser')}" title="<c:out value="${session.browser()}"/>"><bdi><c:out value="${empty session.browser() ? msg.plain('sessions.unknown') : session.browserName()}"/></bdi></th>
          <td data-label="${msg.text('sessions.address')}"><code><c:out value="${session.address()}"/></code></td>
          <td data-label="${msg.text('sessions.signed-in')}"><d:time value="${session.signedInAt()}"/></td>
          <td data-label="${msg.text('sessions.last-active')}"><d:time value="${session.lastActiveAt()}"/></td>
          <td>
            <c:choose>
              <c:when test="${session.current()}"><span class="badge text-bg-success">${msg.text('sessions.this-one')}</span></c:when>
              <c:otherwise><d:form action="/security/sessions/${session.id()}/end" aside="true"><button class="btn btn-outline-secondary">${msg.text('menu.sign-out')}</button></d:form></c:otherwise>
            </c:choose>
          </td>
        </tr>
      </c:forEach>
    </tbody>
  </table>
  <c:if test="${sessions.size() > 1}">
    <c:if test="${endingLink.there}"><p>${msg.text('provider.link-ends', identityProvider.name)}</p></c:if>
    <d:form action="/security/sessions/end-others" aside="true"><button class="btn btn-primary">${msg.text('sessions.end-others')}</button></d:form>
  </c:if>
</d:page>
