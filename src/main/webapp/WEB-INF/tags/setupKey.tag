<%@ tag description="A shared secret to open in an app, to scan and to type by hand" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="picture" required="true" type="org.doublelock.otp.QrPicture" %>
<%@ attribute name="key" required="true" description="In groups of four" %>
<%@ attribute name="entry" required="true" type="org.doublelock.otp.AppEntry" description="What the app is to call it" %>
<%@ attribute name="uri" required="true" description="The same as the QR code says" %>
<p class="by-touch"><a class="btn btn-outline-primary" href="<c:out value="${uri}"/>">${msg.text('enrolment.app.open')}</a></p>
<d:qr picture="${picture}" label="enrolment.app.qr"/>
<details class="mb-4">
  <summary>${msg.text('enrolment.app.setup-key')}</summary>
  <p>${msg.text('enrolment.app.setup-key.explained')}</p>
  <dl class="facts">
    <dt>${msg.text('enrolment.app.issuer')}</dt><dd><bdi id="entry-issuer"><c:out value="${entry.issuer()}"/></bdi></dd>
    <dt>${msg.text('enrolment.app.account')}</dt><dd><bdi id="entry-account"><c:out value="${entry.account()}"/></bdi></dd>
    <dt>${msg.text('enrolment.app.key')}</dt><dd><%-- no blanks: a copy of it is read by some apps with whatever stands between --%><code id="setup-key" data-copy><c:forEach items="${fn:split(key, ' ')}" var="group"><span>${group}</span></c:forEach></code></dd>
    <dt>${msg.text('enrolment.app.type')}</dt><dd>${msg.text('enrolment.app.time-based')}</dd>
    <dt>${msg.text('enrolment.app.algorithm')}</dt><dd>SHA-1</dd>
    <dt>${msg.text('enrolment.app.digits')}</dt><dd>6</dd>
    <dt>${msg.text('enrolment.app.period')}</dt><dd>30 s</dd>
  </dl>
</details>
