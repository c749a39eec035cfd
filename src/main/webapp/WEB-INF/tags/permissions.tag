<%@ tag description="Permissions in words" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="of" required="true" type="java.util.Collection" %>
<c:forEach var="permission" items="${of}" varStatus="at">${msg.permission(permission)}<c:if test="${not at.last}">, </c:if></c:forEach>
