<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('enrolment.actions')}" here="two-factor" step="true">
  <p class="steps">${msg.text('enrolment.step', 3, 3, key.description())}</p>
  <c:choose>
    <c:when test="${selectionApplies}"><p>${msg.text('enrolment.actions.selected')}</p></c:when>
    <c:otherwise><p class="alert alert-info">${msg.text('enrolment.actions.all-calls')}</p></c:otherwise>
  </c:choose>
  <d:form action="${base}/actions">
    <c:if test="${begun != null}"><input type="hidden" name="begun" value="${begun}"></c:if>
    <c:if test="${errors.of('action') != null}"><p class="text-danger" role="alert" tabindex="-1" <c:if test="${errors.first('action')}">autofocus</c:if>><c:out value="${errors.of('action')}"/></p></c:if>
    <c:forEach var="group" items="${actionGroups}">
      <fieldset class="mb-4">
        <legend class="h5">${msg.text('permission-group.'.concat(group.key.code()))}</legend>
        <c:forEach var="action" items="${group.value}">
          <d:check name="action" value="${action}" checked="${ticked == null || ticked.contains(action)}"/>
        </c:forEach>
      </fieldset>
    </c:forEach>
    <c:if test="${selectionApplies}">
      <p class="alert alert-info" role="status" data-preview="${msg.text('enrolment.actions.preview', '{asked}', '{never}')}" data-nothing="${msg.text('enrolment.actions.nothing')}">${msg.text('enrolment.actions.preview', asked, never)}</p>
    </c:if>
    <c:if test="${method == 'totp'}">
      <div class="form-check mb-4">
        <input class="form-check-input" type="checkbox" name="strict" value="on" id="strict" aria-describedby="strict-hint" ${strict ? 'checked' : ''}>
        <label class="form-check-label" for="strict">${msg.text('enrolment.strict')}</label>
        <div class="form-text" id="strict-hint">${msg.text('enrolment.strict.hint')}</div>
      </div>
    </c:if>
    <c:if test="${unlocking.allowed}"><d:unlockChoice/></c:if>
    <button class="btn btn-primary">${msg.text('confirm')}</button>
  </d:form>
  <d:wizardWays base="${base}"/>
</d:page>
