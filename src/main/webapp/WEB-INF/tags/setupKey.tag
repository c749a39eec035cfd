<%@ tag description="The QR code of a shared secret, and the secret to type by hand" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="picture" required="true" type="org.doublelock.otp.QrPicture" %>
<%@ attribute name="key" required="true" description="In groups of four" %>
<%@ attribute name="account" required="true" description="What the app is to call it" %>
<d:qr picture="${picture}" label="enrolment.app.qr"/>
<details class="mb-4">
  <summary>${msg.text('enrolment.app.setup-key')}</summary>
  <p>${msg.text('enrolment.app.setup-key.explained')}</p>
  <dl class="facts">
    <dt>${msg.text('enrolment.app.account')}</dt><dd><c:out value="${account}"/></dd>
    <dt>${msg.text('enrolment.app.key')}</dt><dd><%-- no blanks: a copy of it is read by some apps with whatever stands between --%><code id="setup-key" data-copy><c:forEach items="${fn:split(key, ' ')}" var="group"><span>${group}</span></c:forEach></code></dd>
    <dt>${msg.text('enrolment.app.type')}</dt><dd>${msg.text('enrolment.app.time-based')}</dd>
    <dt>${msg.text('enrolment.app.algorithm')}</dt><dd>SHA-1</dd>
    <dt>${msg.text('enrolment.app.digits')}</dt><dd>6</dd>
    <dt>${msg.text('enrolment.app.period')}</dt><dd>30 s</dd>
  </dl>
</details>
