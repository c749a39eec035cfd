<d:page title="${msg.plain('operator.new')}" here="operator">
  <p>${msg.text(identityProvider.passwordsForAll ? 'operator.new.lead' : 'operator.new.lead.no-password', identityProvider.name)}</p>
  <d:form action="/operator/accounts">
    <d:field name="userName" label="sign-in.user-name" hint="operator.user-name.hint" value="${userName}"/>
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('operator.new')}</button>
    <a class="btn btn-link" href="/operator/accounts">${msg.text('cancel')}</a>
  </d:form>
</d:page>
