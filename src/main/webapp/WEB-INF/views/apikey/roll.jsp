<d:page title="${msg.plain('api-key.roll.title', key.description())}" here="api-keys">
  <p>${msg.text('api-key.roll.explained')}</p>
  <c:if test="${previousUntil != null}"><p class="alert alert-warning">${msg.text('api-key.roll.previous')} <d:time value="${previousUntil}"/>. ${msg.text('api-key.roll.ends')}</p></c:if>
  <d:form action="/api-keys/${key.id()}/roll">
    <fieldset class="mb-3">
      <legend class="h5">${msg.text('api-key.roll.overlap')}</legend>
      <d:fieldsetError name="overlapHours"/>
      <c:forEach var="hours" items="${overlaps}">
        <div class="form-check">
          <input class="form-check-input" type="radio" name="overlapHours" value="${hours}" id="overlap-${hours}" ${hours.toString() == (not empty typed ? typed : not empty errors.typed('overlapHours') ? errors.typed('overlapHours') : '0') ? 'checked' : ''}>
          <label class="form-check-label" for="overlap-${hours}">${msg.text('api-key.roll.overlap.hours', hours)}</label>
        </div>
      </c:forEach>
    </fieldset>
    <d:confirmation/>
    <button class="btn btn-danger">${msg.text('api-key.roll')}</button>
    <a class="btn btn-link" href="/api-keys/${key.id()}">${msg.text('cancel')}</a>
  </d:form>
</d:page>
