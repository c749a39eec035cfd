<%@ tag description="Which texts a field is described by: its hint, what is wrong with it, or neither" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="field" required="true" %>
<%@ attribute name="hint" description="The id of its hint" %>
<c:set var="error" value="${errors.of(field) == null ? '' : field.concat('-error')}"/>
<c:if test="${not empty hint or not empty error}">aria-describedby="${hint}${empty hint or empty error ? '' : ' '}${error}"</c:if>
