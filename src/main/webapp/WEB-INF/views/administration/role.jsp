<d:page title="${msg.plain('operator.role')}" here="operator">
  <p>${msg.text('operator.role.over', identityProvider.name)}</p>
  <d:form action="/sign-in/provider">
    <input type="hidden" name="next" value="/operator/accounts">
    <button class="btn btn-primary">${msg.text('sign-in.provider', identityProvider.name)}</button>
  </d:form>
</d:page>
