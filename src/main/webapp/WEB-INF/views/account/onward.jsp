<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('provider.onward', identityProvider.name)}" refresh="${onward}">
  <p>${msg.text('provider.onward.lead')}</p>
  <p><a class="btn btn-primary" href="<c:out value="${onward}"/>">${msg.text('provider.onward.go', identityProvider.name)}</a></p>
</d:page>
