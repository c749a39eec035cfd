<d:page title="${msg.plain('authenticator.rename.title', factor.name())}" here="two-factor">
  <d:form action="${action}">
    <d:field name="name" label="authenticator.rename.name" hint="authenticator.name.hint" value="${name}"/>
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('save')}</button>
    <a class="btn btn-link" href="/security/two-factor">${msg.text('cancel')}</a>
  </d:form>
</d:page>
