<d:page title="${msg.plain('password.title')}" here="security">
  <p>${msg.text('password.rule', shortest)}</p>
  <p>${msg.text('password.consequence')}</p>
  <c:if test="${endingLink.there}"><p>${msg.text('provider.link-ends', identityProvider.name)}</p></c:if>
  <d:form action="/security/password">
    <d:savedUnder name="${person.name}"/>
    <d:field name="current" label="password.current" type="password" autocomplete="current-password"/>
    <d:field name="password" label="password.new" type="password" autocomplete="new-password"/>
    <d:field name="repeated" label="password.repeated" type="password" autocomplete="new-password"/>
    <c:if test="${stepUp.byFactor}"><d:confirmation/></c:if>
    <button class="btn btn-primary">${msg.text('password.submit')}</button>
    <a class="btn btn-link" href="/security">${msg.text('cancel')}</a>
  </d:form>
</d:page>
