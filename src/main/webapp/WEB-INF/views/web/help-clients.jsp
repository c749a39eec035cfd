<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('help.clients.title')}" here="help">
  <p class="lead">${msg.text('help.clients.lead')}</p>
  <p><a href="/0/openapi.json">${msg.text('help.clients.openapi')}</a></p>
  <h2>${msg.text('help.clients.signing')}</h2>
  <p>${msg.text('help.clients.signing.how')}</p>
  <pre tabindex="0"><code><c:out value="${msg.plain('help.clients.signing.formula')}"/></code></pre>
  <p>${msg.text('help.clients.signing.bytes')}</p>
  <h2>${msg.text('help.clients.nonce')}</h2>
  <p>${msg.text('help.clients.nonce.rule')}</p>
  <p>${msg.text('help.clients.nonce.spent')}</p>
  <h2>${msg.text('help.clients.otp')}</h2>
  <p>${msg.text('help.clients.otp.field')}</p>
  <p>${msg.text('help.clients.otp.several')}</p>
  <h2>${msg.text('help.clients.samples')}</h2>
  <c:forEach var="sample" items="${samples}">
    <details class="sample">
      <summary><c:out value="${sample.language()}"/></summary>
      <pre tabindex="0"><code><c:out value="${sample.code()}"/></code></pre>
    </details>
  </c:forEach>
  <h2>${msg.text('help.clients.errors')}</h2>
  <p>${msg.text('help.clients.errors.lead')}</p>
  <table class="table stack-table">
    <thead>
      <tr>
        <th scope="col">${msg.text('help.clients.errors.error')}</th>
        <th scope="col">${msg.text('help.clients.errors.meaning')}</th>
        <th scope="col">${msg.text('help.clients.errors.remedy')}</th>
      </tr>
    </thead>
    <tbody>
      <c:forEach var="error" items="${wireErrors}">
        <tr>
          <td data-label="${msg.text('help.clients.errors.error')}"><code><c:out value="${error.text()}"/></code></td>
          <td data-label="${msg.text('help.clients.errors.meaning')}">${msg.text('help.error.'.concat(error.code()).concat('.meaning'))}</td>
          <td data-label="${msg.text('help.clients.errors.remedy')}">${msg.text('help.error.'.concat(error.code()).concat('.remedy'))}</td>
        </tr>
      </c:forEach>
    </tbody>
  </table>
  <h2>${msg.text('help.clients.refusal')}</h2>
  <p>${msg.text('help.clients.refusal.lead')} <code>Doublelock-Refusal</code></p>
  <dl>
    <c:forEach var="refusal" items="${refusals}">
      <dt><code><c:out value="${refusal}"/></code></dt>
      <dd>${msg.text('help.refusal.'.concat(refusal))}</dd>
    </c:forEach>
  </dl>
</d:page>
