<%@ tag description="What is wrong with the form as a whole" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<c:if test="${errors.of('') != null}">
  <div class="alert alert-danger" role="alert" tabindex="-1" autofocus><c:out value="${errors.of('')}"/> <d:about field=""/></div>
</c:if>
