<d:page title="${msg.plain('recovery.title')}" here="two-factor">
  <p class="lead">${msg.text('recovery.lead')}</p>
  <c:if test="${waiting}"><p class="alert alert-warning">${msg.text('recovery.waiting')}</p></c:if>
  <c:if test="${left > 0 or not waiting}"><p>${msg.text('recovery.left', left)}</p></c:if>
  <p>${msg.text('recovery.renew.explained')}</p>
  <d:form action="/security/recovery-codes">
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('recovery.renew')}</button>
    <a class="btn btn-link" href="/security/two-factor">${msg.text('cancel')}</a>
  </d:form>
</d:page>
