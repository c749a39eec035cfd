<d:page title="${msg.plain('stop.title')}" step="true" here="two-factor">
  <d:linkOwner whose="${linkOwner.of('STOP_REMOVAL', link)}"/>
  <p>${msg.text('stop.lead', subject)}</p>
  <d:form action="/stop">
    <input type="hidden" name="link" value="<c:out value="${link}"/>">
    <button class="btn btn-primary">${msg.text('stop.submit')}</button>
    <a class="btn btn-link" href="/">${msg.text('cancel')}</a>
  </d:form>
</d:page>
