<%@ tag description="The actions that can ask for the second factor, by group and permission" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="groups" required="true" type="java.util.List" %>
<%@ attribute name="ticked" type="java.util.Set" description="Null for all of them" %>
<c:forEach var="group" items="${groups}">
  <fieldset class="mb-4" data-group>
    <legend class="h5">${msg.text('permission-group.'.concat(group.group().code()))}</legend>
    <p class="presets" hidden><button type="button" class="btn btn-sm btn-outline-secondary" data-tick="on" aria-label="${msg.text('named', msg.plain('permission-group.'.concat(group.group().code())), msg.plain('enrolment.actions.all'))}">${msg.text('enrolment.actions.all')}</button><button type="button" class="btn btn-sm btn-outline-secondary" data-tick="" aria-label="${msg.text('named', msg.plain('permission-group.'.concat(group.group().code())), msg.plain('enrolment.actions.no'))}">${msg.text('enrolment.actions.no')}</button></p>
    <c:forEach var="part" items="${group.parts()}">
      <c:if test="${not empty part.permission()}"><p class="form-text mt-3">${msg.text('permission.'.concat(part.permission()).concat('.explained'))}</p></c:if>
      <c:forEach var="action" items="${part.actions()}">
        <d:check name="action" value="${action}" checked="${ticked == null || ticked.contains(action)}"/>
      </c:forEach>
    </c:forEach>
  </fieldset>
</c:forEach>
