<%@ tag description="Asks for the password again where the last confirmation is too old" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<c:if test="${stepUp.needed}">
  <d:field name="confirmation" type="password" label="step-up.password" hint="step-up.why" autocomplete="current-password"/>
</c:if>
