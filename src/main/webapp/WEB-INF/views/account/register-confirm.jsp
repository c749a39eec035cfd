<d:page title="${msg.plain('registration.choose')}" step="true">
  <d:linkOwner whose="${name}"/>
  <p>${msg.text('registration.choose.lead', name)}</p>
  <p>${msg.text('password.rule', shortest)}</p>
  <d:form action="/register/confirm">
    <input type="hidden" name="link" value="<c:out value="${link}"/>">
    <d:savedUnder name="${name}"/>
    <d:field name="password" label="registration.password" type="password" autocomplete="new-password"/>
    <d:field name="repeated" label="registration.repeated" type="password" autocomplete="new-password"/>
    <button class="btn btn-primary">${msg.text('registration.open')}</button>
  </d:form>
</d:page>
