<%@ tag description="One of the first steps with a new account" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="name" required="true" description="The end of its message" %>
<%@ attribute name="path" required="true" %>
<%@ attribute name="done" required="true" type="java.lang.Boolean" %>
<c:choose>
  <c:when test="${done}"><li class="done"><span class="visually-hidden">${msg.text('first-steps.done')}</span> ${msg.text('first-steps.'.concat(name))}</li></c:when>
  <c:otherwise><li><a href="${path}">${msg.text('first-steps.'.concat(name))}</a></li></c:otherwise>
</c:choose>
