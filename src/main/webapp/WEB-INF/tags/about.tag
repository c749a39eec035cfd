<%@ tag description="Leads to the help about what is wrong with a field, where there is any" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="field" required="true" %>
<c:if test="${errors.help(field) != null}"><a href="${errors.help(field)}">${msg.text('help.about')}</a></c:if>
