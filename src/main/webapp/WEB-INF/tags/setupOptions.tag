<%@ tag description="What else can be chosen in the wizard's last step" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<c:if test="${method == 'totp'}">
  <div class="form-check mb-4">
    <input class="form-check-input" type="checkbox" name="strict" value="on" id="strict" aria-describedby="strict-hint" ${strict ? 'checked' : ''}>
    <label class="form-check-label" for="strict">${msg.text('enrolment.strict')}</label>
    <div class="form-text" id="strict-hint">${msg.text('enrolment.strict.hint')}</div>
  </div>
</c:if>
<c:if test="${unlocking.allowed}">
  <input type="hidden" name="seen" value="<c:out value="${seen}"/>">
  <d:unlockChoice/>
</c:if>
