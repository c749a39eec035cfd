<d:page title="${msg.plain('sign-in.title')}">
  <c:set var="said" value="${notice.take()}"/>
  <c:if test="${said != null}"><div class="alert alert-success" role="status">${msg.text(said.key(), said.subject())}</div></c:if>
  <c:if test="${not empty person.name}"><div class="alert alert-info">${msg.text('sign-in.already', person.name)}</div></c:if>
  <c:choose>
    <c:when test="${endedSession.formKept}"><div class="alert alert-info" role="status">${msg.text('session.ended.form')}</div></c:when>
    <c:when test="${ended}"><div class="alert alert-info" role="status">${msg.text('session.ended')}</div></c:when>
  </c:choose>
  <%-- Who typed a name was refused with their password; what is wrong with the provider stands by its button. --%>
  <c:set var="ofProvider" value="${identityProvider.on and empty userName}"/>
  <c:if test="${ofProvider}"><d:formError/></c:if>
  <c:if test="${identityProvider.on}">
    <d:form action="/sign-in/provider" aside="true" cssClass="mb-4">
      <input type="hidden" name="next" value="<c:out value="${next}"/>">
      <button class="btn btn-primary">${msg.text('sign-in.provider', identityProvider.name)}</button>
    </d:form>
    <h2 class="h5">${msg.text(identityProvider.passwordsForAll ? 'sign-in.local' : 'sign-in.local.operators')}</h2>
  </c:if>
  <d:form action="/sign-in" said="${ofProvider}">
    <input type="hidden" name="next" value="<c:out value="${next}"/>">
    <d:field name="userName" label="sign-in.user-name-or-address" value="${userName}" autocomplete="username"/>
    <d:field name="password" label="sign-in.password" type="password" autocomplete="current-password"/>
    <button class="btn ${identityProvider.on ? 'btn-outline-primary' : 'btn-primary'}">${msg.text('sign-in.submit')}</button>
  </d:form>
  <c:if test="${resets}"><p class="mt-4 mb-1"><a href="/forgotten-password">${msg.text('reset.offer')}</a></p></c:if>
  <c:if test="${registration}"><p><a href="/register">${msg.text('registration.offer')}</a></p></c:if>
</d:page>
