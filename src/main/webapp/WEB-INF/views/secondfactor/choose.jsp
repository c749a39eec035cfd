<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain(replaced == null ? 'enrolment.choose' : 'enrolment.replace')}" here="two-factor" step="true">
  <p class="steps">${msg.text('enrolment.step', 1, 3, key.description())}</p>
  <div class="alert alert-warning">
    <p>${msg.text('enrolment.warning.1')}</p>
    <p>${msg.text('enrolment.warning.2')} <code>EAPI:Invalid signature</code>. <c:if test="${not unlocking.allowed}">${msg.text('enrolment.warning.3')}</c:if></p>
    <c:if test="${unlocking.allowed}"><p>${msg.text('unlock.instead')} <a href="/help/unlock">${msg.text('help.unlock.title')}</a></p></c:if>
    <p class="mb-0"><a href="/help/two-factor">${msg.text('help.two-factor.title')}</a></p>
  </div>
  <c:if test="${replaced != null}"><p>${msg.text('enrolment.replace.explained')}</p></c:if>
  <d:form action="${base}">
    <d:confirmation/>
    <c:if test="${replaced != null}"><d:currentFactor method="${replaced}"/></c:if>
    <d:fieldsetError name="method"/>
    <div class="choices">
      <div class="card choice">
        <div class="card-body">
          <p>${msg.text('enrolment.totp.explained')}</p>
          <button class="btn btn-primary" name="method" value="totp">${msg.text('second-factor.totp')}</button>
        </div>
      </div>
      <div class="card choice">
        <div class="card-body">
          <p><span class="badge text-bg-warning">${msg.text('enrolment.least-secure')}</span> ${msg.text('enrolment.password.explained')}</p>
          <button class="btn btn-outline-secondary" name="method" value="password">${msg.text('second-factor.password')}</button>
        </div>
      </div>
    </div>
  </d:form>
  <p class="mt-4"><a href="<c:out value="${places.of('/security/two-factor')}"/>">${msg.text('enrolment.leave')}</a></p>
</d:page>
