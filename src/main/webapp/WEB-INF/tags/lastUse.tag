<%@ tag description="When a key was last used, or that it never was" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="value" required="true" type="java.time.Instant" %>
<c:choose>
  <c:when test="${value != null}"><d:time value="${value}"/></c:when>
  <c:otherwise>${msg.text('api-keys.never-used')}</c:otherwise>
</c:choose>
