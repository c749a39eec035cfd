<%@ tag description="How the person signs in, in the settings" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<section aria-labelledby="sign-in-heading" class="mb-5">
  <h2 id="sign-in-heading">${msg.text('two-factor.sign-in')}</h2>
  <c:set var="signInOn" value="${signInSection.on}"/>
  <p>${msg.text(signInOn ? 'two-factor.sign-in.factor' : provided.open ? 'two-factor.sign-in.provider' : 'two-factor.sign-in.password', identityProvider.name)}</p>
  <c:if test="${signInOn}">
    <c:choose>
      <c:when test="${signInSection.anyCodeWaiting}"><div class="alert alert-warning">${msg.text('recovery.waiting.short')} <a href="/security/recovery-codes">${msg.text('recovery.renew')}</a></div></c:when>
      <c:when test="${not signInSection.kept}"><div class="alert alert-warning">${msg.text('recovery.not-kept')} <a href="/security/recovery-codes">${msg.text('recovery.renew')}</a></div></c:when>
      <c:when test="${signInSection.fewLeft}"><div class="alert alert-warning">${msg.text('recovery.few', signInSection.codesLeft)} <a href="/security/recovery-codes">${msg.text('recovery.renew')}</a></div></c:when>
    </c:choose>
    <table class="table stack-table align-middle">
      <thead>
        <tr>
          <th scope="col">${msg.text('authenticator.column')}</th>
          <th scope="col">${msg.text('authenticator.since')}</th>
          <th scope="col">${msg.text('authenticator.last-use')}</th>
          <th scope="col" class="d-print-none"><span class="visually-hidden">${msg.text('authenticator.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        <c:forEach var="app" items="${signInSection.apps}">
          <tr>
            <th scope="row" data-label="${msg.text('authenticator.column')}"><bdi><c:out value="${app.name()}"/></bdi></th>
            <td data-label="${msg.text('authenticator.since')}"><d:time value="${app.since()}"/></td>
            <td data-label="${msg.text('authenticator.last-use')}"><d:lastUse value="${app.lastUse()}"/></td>
            <td class="d-print-none"><div class="d-flex flex-wrap gap-3">
              <a href="/security/authenticators/${app.id()}/name" aria-label="${msg.text('named', msg.plain('authenticator.rename'), app.name())}">${msg.text('authenticator.rename')}</a>
              <a href="/security/authenticators/new?replaces=${app.id()}" aria-label="${msg.text('named', msg.plain('two-factor.replace'), app.name())}">${msg.text('two-factor.replace')}</a>
              <a class="text-danger" href="/security/authenticators/${app.id()}/removal" aria-label="${msg.text('named', msg.plain('authenticator.remove'), app.name())}">${msg.text('authenticator.remove')}</a>
            </div></td>
          </tr>
        </c:forEach>
        <c:forEach var="passkey" items="${signInSection.passkeys}">
          <tr>
            <th scope="row" data-label="${msg.text('authenticator.column')}"><bdi><c:out value="${passkey.name()}"/></bdi> <span class="badge text-bg-secondary">${msg.text('passkey.badge')}</span></th>
            <td data-label="${msg.text('authenticator.since')}"><d:time value="${passkey.since()}"/></td>
            <td data-label="${msg.text('authenticator.last-use')}"><d:lastUse value="${passkey.lastUse()}"/></td>
            <td class="d-print-none"><div class="d-flex flex-wrap gap-3"><a href="/security/passkeys/${passkey.id()}/name" aria-label="${msg.text('named', msg.plain('authenticator.rename'), passkey.name())}">${msg.text('authenticator.rename')}</a> <a class="text-danger" href="/security/passkeys/${passkey.id()}/removal" aria-label="${msg.text('named', msg.plain('authenticator.remove'), passkey.name())}">${msg.text('authenticator.remove')}</a></div></td>
          </tr>
        </c:forEach>
      </tbody>
    </table>
    <c:if test="${signInSection.codesLeft > 0}"><p>${msg.text('recovery.left', signInSection.codesLeft)} <a href="/security/recovery-codes">${msg.text('recovery.title')}</a></p></c:if>
  </c:if>
  <a class="btn ${signInOn ? 'btn-outline-primary' : 'btn-primary'}" href="/security/authenticators/new">${msg.text('authenticator.new')}</a>
  <c:if test="${passkeyPrompt.possible}"><a class="btn btn-outline-primary" href="/security/passkeys/new">${msg.text('passkey.new')}</a></c:if>
</section>
