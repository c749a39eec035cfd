<%@ tag description="What follows from switching a key's 2FA off" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<c:choose>
  <c:when test="${shortfall.inForce()}"><p class="alert alert-danger">${msg.text('removal.required')}</p></c:when>
  <c:otherwise>
    <p>${msg.text('removal.consequence')}</p>
    <c:if test="${shortfall != null}"><p class="alert alert-warning">${msg.text('removal.required.from')} <d:time value="${shortfall.from()}"/>.</p></c:if>
  </c:otherwise>
</c:choose>
