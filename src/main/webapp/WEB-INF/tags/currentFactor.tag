<%@ tag description="Asks for the second factor that a key has now" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="method" required="true" %>
<c:choose>
  <c:when test="${method == 'totp'}">
    <d:field name="current" label="second-factor.current.code" hint="second-factor.current.hint" autocomplete="one-time-code" inputmode="numeric"/>
  </c:when>
  <c:otherwise>
    <d:field name="current" label="second-factor.current.password" type="password" autocomplete="off"/>
  </c:otherwise>
</c:choose>
