<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('passkey.new')}" here="two-factor">
  <p>${msg.text('passkey.new.lead')}</p>
  <c:choose>
    <c:when test="${stepUp.needed}">
      <d:form action="/security/passkeys/step-up">
        <d:confirmation/>
        <button class="btn btn-primary">${msg.text('authenticator.continue')}</button>
        <a class="btn btn-link" href="/security/two-factor">${msg.text('cancel')}</a>
      </d:form>
    </c:when>
    <c:otherwise>
      <d:form action="/security/passkeys">
        <d:field name="name" label="passkey.name" hint="passkey.name.hint" value="${name}"/>
        <input type="hidden" name="credential">
        <d:passkey label="passkey.create" create="true" into="credential"/>
        <a class="btn btn-link" href="/security/two-factor">${msg.text('cancel')}</a>
      </d:form>
    </c:otherwise>
  </c:choose>
</d:page>
