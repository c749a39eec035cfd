<d:page title="${msg.plain('reset.title')}">
  <p>${msg.text('reset.lead')}</p>
  <d:form action="/forgotten-password">
    <d:field name="userName" label="sign-in.user-name-or-address" autocomplete="username"/>
    <button class="btn btn-primary">${msg.text('registration.submit')}</button>
    <a class="btn btn-link" href="/sign-in">${msg.text('cancel')}</a>
  </d:form>
</d:page>
