<%@ tag description="The two things to do to set up an app: scan, then type; the form is the body" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="picture" required="true" type="org.doublelock.otp.QrPicture" %>
<%@ attribute name="key" required="true" description="In groups of four" %>
<%@ attribute name="entry" required="true" type="org.doublelock.otp.AppEntry" description="What the app is to call it" %>
<%@ attribute name="uri" required="true" description="The same as the QR code says" %>
<ol class="scan-and-type">
  <li>
    <h2 class="h5">${msg.text('enrolment.app.scan')}</h2>
    <p class="form-text">${msg.text('enrolment.app.which')}</p>
    <d:setupKey picture="${picture}" key="${key}" entry="${entry}" uri="${uri}"/>
  </li>
  <li>
    <h2 class="h5">${msg.text('enrolment.app.type-code')}</h2>
    <jsp:doBody/>
  </li>
</ol>
