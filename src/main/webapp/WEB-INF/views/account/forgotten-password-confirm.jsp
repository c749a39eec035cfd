<d:page title="${msg.plain('reset.choose')}" step="true">
  <d:linkOwner whose="${name}"/>
  <p>${msg.text('reset.choose.lead', name)}</p>
  <p>${msg.text('password.rule', shortest)}</p>
  <d:form action="/forgotten-password/confirm">
    <input type="hidden" name="link" value="<c:out value="${link}"/>">
    <d:savedUnder name="${name}"/>
    <d:field name="password" label="password.new" type="password" autocomplete="new-password"/>
    <d:field name="repeated" label="password.repeated" type="password" autocomplete="new-password"/>
    <button class="btn btn-primary">${msg.text('password.submit')}</button>
  </d:form>
</d:page>
