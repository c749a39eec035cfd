<%@ tag description="Whether a key may be unlocked, for how long at most, and whether its owner is asked" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<fieldset class="mb-4">
  <legend class="h5">${msg.text('unlock.title')}</legend>
  <p class="form-text">${msg.text('unlock.choice.lead')} <a href="/help/unlock">${msg.text('help.unlock.title')}</a></p>
  <div class="form-check">
    <input class="form-check-input" type="checkbox" name="unlock" value="on" id="unlock" ${unlockChoice.allowed() ? 'checked' : ''}>
    <label class="form-check-label" for="unlock">${msg.text('unlock.choice.allowed')}</label>
  </div>
  <div class="mb-2">
    <label class="form-label" for="unlockLongest">${msg.text('unlock.choice.longest')}</label>
    <select class="form-select" id="unlockLongest" name="unlockLongest">
      <c:forEach var="minutes" items="${unlockLengths}">
        <option value="${minutes}" ${unlockChoice.longest().toMinutes() == minutes ? 'selected' : ''}><d:minutes value="${minutes}"/></option>
      </c:forEach>
    </select>
  </div>
  <div class="form-check">
    <input class="form-check-input" type="checkbox" name="unlockAsks" value="on" id="unlockAsks" ${unlockChoice.asks() ? 'checked' : ''}>
    <label class="form-check-label" for="unlockAsks">${msg.text('unlock.choice.asks')}</label>
  </div>
</fieldset>
