<%@ tag description="What follows from switching a key's 2FA off" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="method" required="true" description="The code of the method that it has now" %>
<%@ attribute name="later" type="java.lang.Boolean" description="Whether it is not switched off at once" %>
<c:choose>
  <c:when test="${shortfall.inForce()}"><p class="alert alert-danger">${msg.text('removal.required')}</p></c:when>
  <c:otherwise>
    <p>${msg.text('removal.consequence', method, later ? 'later' : 'now')}</p>
    <c:if test="${shortfall != null}"><p class="alert alert-warning">${msg.text('removal.required.from')} <d:time value="${shortfall.from()}"/>.</p></c:if>
  </c:otherwise>
</c:choose>
