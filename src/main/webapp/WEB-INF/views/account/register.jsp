<d:page title="${msg.plain('registration.title')}">
  <p>${msg.text('registration.lead')}</p>
  <d:form action="/register">
    <d:field name="address" label="mail-address.label" hint="registration.address.hint" type="email" value="${address}" autocomplete="email"/>
    <button class="btn btn-primary">${msg.text('registration.submit')}</button>
    <a class="btn btn-link" href="/sign-in">${msg.text('cancel')}</a>
  </d:form>
</d:page>
