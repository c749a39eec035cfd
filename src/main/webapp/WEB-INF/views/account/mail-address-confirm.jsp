<d:page title="${msg.plain('mail-address.confirm')}" step="true" here="security">
  <p>${msg.text('mail-address.confirm.lead', address)}</p>
  <d:form action="/mail-address/confirm">
    <input type="hidden" name="link" value="<c:out value="${link}"/>">
    <button class="btn btn-primary">${msg.text('mail-address.confirm.submit')}</button>
    <a class="btn btn-link" href="/">${msg.text('cancel')}</a>
  </d:form>
</d:page>
