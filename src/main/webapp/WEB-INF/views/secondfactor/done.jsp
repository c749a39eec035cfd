<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('done.title')}" here="two-factor" step="true">
  <p class="lead">${msg.text('done.lead', key.description())}</p>
  <p>${msg.text(method == 'totp' ? 'done.otp.totp' : 'done.otp.password')}</p>
  <c:if test="${unlocking.allowed}"><p>${msg.text('unlock.instead')} <a href="/api-keys/${key.id()}/unlock">${msg.text('unlock.title')}</a></p></c:if>
  <p><a class="btn btn-primary" href="<c:out value="${places.of('/security/two-factor')}"/>">${msg.text('done.back')}</a></p>
  <h2 class="mt-5">${msg.text('done.samples')}</h2>
  <p>${msg.text('done.samples.lead')} <a href="/help/otp">${msg.text('help.otp.title')}</a></p>
  <c:forEach var="sample" items="${samples}">
    <details class="sample">
      <summary>${sample.language()}</summary>
      <pre tabindex="0"><code><c:out value="${sample.code()}"/></code></pre>
    </details>
  </c:forEach>
</d:page>
