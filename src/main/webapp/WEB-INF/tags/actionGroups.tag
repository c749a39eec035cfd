<%@ tag description="The actions that can ask for the second factor, by group and permission" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="groups" required="true" type="java.util.List" %>
<%@ attribute name="ticked" type="java.util.Set" description="Null for all of them" %>
<c:forEach var="group" items="${groups}">
  <d:actionGroup group="${group.group().code()}" rank="h5">
    <c:forEach var="part" items="${group.parts()}">
      <c:if test="${not empty part.permission()}"><p class="form-text mt-3">${msg.text('permission.'.concat(part.permission()).concat('.explained'))}</p></c:if>
      <c:forEach var="action" items="${part.actions()}">
        <d:check name="action" value="${action}" checked="${ticked == null || ticked.contains(action)}"/>
      </c:forEach>
    </c:forEach>
  </d:actionGroup>
</c:forEach>
