<d:page title="${msg.plain('unlock.title')}" here="two-factor" step="true">
  <p class="lead">${msg.text('unlock.lead', key.description(), method)}</p>
  <p>${msg.text('unlock.consequence')} <a href="/help/unlock">${msg.text('help.unlock.title')}</a></p>
  <c:set var="line" value="${leases.of(key.id())}"/>
  <c:if test="${line.open}"><d:lease line="${line}" key="${key.id()}" description="${key.description()}"/></c:if>
  <d:form action="/api-keys/${key.id()}/unlock">
    <fieldset class="mb-4" <d:describedBy field="length"/>>
      <legend class="h5">${msg.text('unlock.length')}</legend>
      <d:fieldsetError name="length"/>
      <c:forEach var="minutes" items="${lengths}">
        <div class="form-check">
          <input class="form-check-input" type="radio" name="length" value="${minutes}" id="length-${minutes}" ${length == minutes.toString() ? 'checked' : ''}>
          <label class="form-check-label" for="length-${minutes}"><d:minutes value="${minutes}"/></label>
        </div>
      </c:forEach>
      <div class="form-check">
        <input class="form-check-input" type="radio" name="length" value="until" id="length-until" ${length == 'until' ? 'checked' : ''}>
        <label class="form-check-label" for="length-until">${msg.text('unlock.length.until')}</label>
        <input class="form-control" type="time" name="until" value="<c:out value="${until}"/>" aria-label="${msg.text('unlock.length.time')}" aria-describedby="until-hint">
        <input type="hidden" name="offset" value="">
        <div class="form-text" id="until-hint" data-own="${msg.text('unlock.length.own', '{zone}')}">${msg.text('unlock.length.utc')}</div>
      </div>
    </fieldset>
    <fieldset class="mb-4" <d:describedBy field="from"/>>
      <legend class="h5">${msg.text('unlock.from')}</legend>
      <d:fieldsetError name="from"/>
      <c:if test="${accepted != null}">
        <div class="form-check">
          <input class="form-check-input" type="radio" name="from" value="<c:out value="${accepted}"/>" id="from-accepted" ${from == accepted ? 'checked' : ''}>
          <label class="form-check-label" for="from-accepted">${msg.text('unlock.from.accepted', accepted)}</label>
        </div>
      </c:if>
      <c:if test="${here != accepted}">
        <div class="form-check">
          <input class="form-check-input" type="radio" name="from" value="<c:out value="${here}"/>" id="from-here" ${from == here ? 'checked' : ''}>
          <label class="form-check-label" for="from-here">${msg.text('unlock.from.here', here)}</label>
        </div>
      </c:if>
      <c:if test="${asked != null && asked != here}">
        <div class="form-check">
          <input class="form-check-input" type="radio" name="from" value="<c:out value="${asked}"/>" id="from-asked" aria-describedby="from-asked-hint" ${from == asked ? 'checked' : ''}>
          <label class="form-check-label" for="from-asked">${msg.text('unlock.from.asked', asked)}</label>
          <div class="form-text" id="from-asked-hint">${msg.text('unlock.from.unproven')}</div>
        </div>
      </c:if>
      <div class="form-check">
        <input class="form-check-input" type="radio" name="from" value="any" id="from-any" ${from == 'any' ? 'checked' : ''}>
        <label class="form-check-label" for="from-any">${msg.text(limited ? 'unlock.from.list' : 'unlock.from.any')}</label>
      </div>
    </fieldset>
    <fieldset class="mb-4" <d:describedBy field="action"/>>
      <legend class="h5">${msg.text('unlock.actions')}</legend>
      <d:fieldsetError name="action"/>
      <c:forEach var="group" items="${actionGroups}">
        <d:actionGroup group="${group.key.code()}" rank="h6">
          <c:forEach var="action" items="${group.value}"><d:check name="action" value="${action}" checked="${ticked.contains(action)}"/></c:forEach>
        </d:actionGroup>
      </c:forEach>
    </fieldset>
    <c:if test="${not empty currencies}">
      <d:field name="amount" label="${currencies.size() == 1 ? 'unlock.amount.in' : 'unlock.amount'}" unit="${currencies[0]}" hint="unlock.amount.hint" value="${amount}" inputmode="decimal"/>
      <c:if test="${currencies.size() > 1}">
        <div class="mb-3">
          <label class="form-label" for="currency">${msg.text('unlock.currency')}</label>
          <select class="form-select" id="currency" name="currency">
            <c:forEach var="one" items="${currencies}"><option value="${one}" ${one == currency ? 'selected' : ''}>${one}</option></c:forEach>
          </select>
        </div>
      </c:if>
    </c:if>
    <d:confirmation/>
    <d:currentFactor method="${method}"/>
    <button class="btn btn-primary">${msg.text('unlock.submit')}</button>
    <a class="btn btn-link" href="<c:out value="${places.of('/security/two-factor')}"/>">${msg.text('cancel')}</a>
  </d:form>
  <p class="mt-5"><a href="/api-keys/${key.id()}/unlock/choice">${msg.text('unlock.choice.title')}</a></p>
</d:page>
