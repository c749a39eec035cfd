<%@ tag description="What is wrong with a group of fields" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="name" required="true" %>
<c:if test="${errors.of(name) != null}"><p class="text-danger" id="${name}" role="alert" tabindex="-1" <c:if test="${errors.first(name)}">autofocus</c:if>><span id="${name}-error"><c:out value="${errors.of(name)}"/></span> <d:about field="${name}"/></p></c:if>
