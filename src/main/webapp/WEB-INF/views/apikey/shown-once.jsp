<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain(rolled ? 'shown-once.rolled' : 'shown-once.created', key.description())}" here="api-keys">
  <div class="alert alert-warning" role="status">${msg.text('shown-once.warning')}</div>
  <dl class="facts">
    <dt>${msg.text('api-key.public')}</dt>
    <dd><code id="public-key" data-copy><c:out value="${key.publicKey()}"/></code></dd>
    <dt>${msg.text('api-key.secret')}</dt>
    <dd><code id="secret" data-copy><c:out value="${secret}"/></code></dd>
  </dl>
  <p>${msg.text('shown-once.qr.explained')}</p>
  <d:qr picture="${qr}" label="shown-once.qr"/>
  <p class="mt-4">
    <a class="btn btn-primary" href="/security/two-factor">${msg.text('shown-once.two-factor')}</a>
    <a class="btn btn-link" href="/api-keys">${msg.text('shown-once.list')}</a>
  </p>
</d:page>
