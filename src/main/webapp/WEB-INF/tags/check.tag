<%@ tag description="A tick box whose label is its value" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="value" required="true" %>
<%@ attribute name="checked" required="true" type="java.lang.Boolean" %>
<div class="form-check">
  <input class="form-check-input" type="checkbox" name="${name}" value="<c:out value="${value}"/>" id="${name}-<c:out value="${value}"/>" ${checked ? 'checked' : ''}>
  <label class="form-check-label" for="${name}-<c:out value="${value}"/>"><c:out value="${value}"/></label>
</div>
