<%@ tag description="The two things to do to set up an app: scan, then type; the form is the body" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="picture" required="true" type="org.doublelock.otp.QrPicture" %>
<%@ attribute name="key" required="true" description="In groups of four" %>
<%@ attribute name="account" required="true" description="What the app is to call it" %>
<ol class="scan-and-type">
  <li>
    <h2 class="h5">${msg.text('enrolment.app.scan')}</h2>
    <p class="form-text">${msg.text('enrolment.app.which')}</p>
    <d:setupKey picture="${picture}" key="${key}" account="${account}"/>
  </li>
  <li>
    <h2 class="h5">${msg.text('enrolment.app.type-code')}</h2>
    <jsp:doBody/>
  </li>
</ol>
