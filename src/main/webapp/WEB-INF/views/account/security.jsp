<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('security.title')}" here="security">
  <p class="lead">${msg.text('security.lead')}</p>
  <section class="card mb-3">
    <div class="card-body">
      <h2 class="h5"><a href="/security/two-factor">${msg.text('nav.two-factor')}</a></h2>
      <p class="mb-0">${msg.text('security.two-factor')}</p>
    </div>
  </section>
  <section class="card mb-3">
    <div class="card-body">
      <h2 class="h5"><a href="/api-keys">${msg.text('nav.api-keys')}</a></h2>
      <p class="mb-0">${msg.text('security.api-keys')}</p>
    </div>
  </section>
  <section class="card mb-3">
    <div class="card-body">
      <h2 class="h5"><a href="/security/password">${msg.text('password.title')}</a></h2>
      <p class="mb-0">${msg.text('security.password')}</p>
    </div>
  </section>
  <c:if test="${mail}">
    <section class="card mb-3">
      <div class="card-body">
        <h2 class="h5"><a href="/security/mail-address">${msg.text('mail-address.title')}</a></h2>
        <p class="mb-0">${msg.text('security.mail-address')}</p>
      </div>
    </section>
  </c:if>
  <section class="card mb-3">
    <div class="card-body">
      <h2 class="h5"><a href="/security/sessions">${msg.text('sessions.title')}</a></h2>
      <p class="mb-0">${msg.text('security.sessions')}</p>
    </div>
  </section>
</d:page>
