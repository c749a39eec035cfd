<d:page title="${msg.plain('unlock.choice.title')}" here="two-factor">
  <p class="lead"><c:out value="${key.description()}"/></p>
  <d:form action="/api-keys/${key.id()}/unlock/choice">
    <input type="hidden" name="seen" value="<c:out value="${seen}"/>">
    <d:unlockChoice/>
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('save')}</button>
    <a class="btn btn-link" href="<c:out value="${places.of('/security/two-factor')}"/>">${msg.text('cancel')}</a>
  </d:form>
</d:page>
