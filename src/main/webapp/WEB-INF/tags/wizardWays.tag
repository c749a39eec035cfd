<%@ tag description="The ways out of a step of the wizard" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="base" required="true" %>
<div class="mt-4 d-flex gap-3 align-items-baseline">
  <a href="${base}">${msg.text('back')}</a>
  <d:form action="${base}/abandon" aside="true"><button class="btn btn-link p-0">${msg.text('enrolment.leave')}</button></d:form>
</div>
