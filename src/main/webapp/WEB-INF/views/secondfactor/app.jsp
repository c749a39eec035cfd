<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('enrolment.app')}" here="two-factor">
  <p class="steps">${msg.text('enrolment.step', 2, 3, key.description())}</p>
  <p>${msg.text('enrolment.app.scan')}</p>
  <d:qr picture="${qr}" label="enrolment.app.qr"/>
  <details class="mb-4">
    <summary>${msg.text('enrolment.app.setup-key')}</summary>
    <p>${msg.text('enrolment.app.setup-key.explained')}</p>
    <dl class="facts">
      <dt>${msg.text('enrolment.app.account')}</dt><dd><c:out value="${key.description()}"/></dd>
      <dt>${msg.text('enrolment.app.key')}</dt><dd><code id="setup-key">${setupKey}</code></dd>
      <dt>${msg.text('enrolment.app.type')}</dt><dd>${msg.text('enrolment.app.time-based')}</dd>
      <dt>${msg.text('enrolment.app.algorithm')}</dt><dd>SHA-1</dd>
      <dt>${msg.text('enrolment.app.digits')}</dt><dd>6</dd>
      <dt>${msg.text('enrolment.app.period')}</dt><dd>30 s</dd>
    </dl>
  </details>
  <d:form action="${base}/confirm/code">
    <d:field name="code" label="enrolment.code" hint="enrolment.code.hint" autocomplete="one-time-code" inputmode="numeric"/>
    <button class="btn btn-primary">${msg.text('confirm')}</button>
  </d:form>
  <d:wizardWays base="${base}"/>
</d:page>
