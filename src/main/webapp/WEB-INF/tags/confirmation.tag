<%@ tag description="Asks for the strongest factor again where the last confirmation is too old" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<c:if test="${stepUp.needed}">
  <c:choose>
    <c:when test="${stepUp.withoutApp}">
      <c:if test="${passkeyPrompt.offered}"><p>${msg.text('step-up.code.why')}</p><d:passkey label="passkey.use" into="confirmation" first="true"/></c:if>
      <d:field name="confirmation" label="step-up.recovery-code" hint="${passkeyPrompt.offered ? 'step-up.recovery-code.hint' : 'step-up.code.why'}"/>
    </c:when>
    <c:when test="${stepUp.byFactor}"><d:field name="confirmation" label="step-up.code" hint="step-up.code.why" autocomplete="one-time-code"/><c:if test="${passkeyPrompt.offered}"><d:passkey label="passkey.use" into="confirmation"/></c:if></c:when>
    <c:when test="${stepUp.byProvider}">
      <div class="mb-3">
        <p id="confirmation-hint">${msg.text('step-up.provider.why', identityProvider.name)}</p>
        <button class="btn btn-outline-primary" id="confirmation" formaction="/security/step-up/provider" aria-describedby="confirmation-hint">${msg.text('step-up.provider', identityProvider.name)}</button>
        <c:if test="${errors.of('confirmation') != null}"><div class="text-danger" role="alert"><c:out value="${errors.of('confirmation')}"/></div></c:if>
      </div>
    </c:when>
    <c:otherwise><d:savedUnder name="${person.name}"/><d:field name="confirmation" type="password" label="step-up.password" hint="step-up.why" autocomplete="current-password"/></c:otherwise>
  </c:choose>
</c:if>
