<d:page title="${msg.plain('api-keys.create')}" here="api-keys">
  <d:form action="/api-keys" unsaved="true" page="/api-keys/new">
    <%-- the button of the return key: the presets stand before the one that makes the key --%>
    <button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
    <d:apiKeyFields anew="true"/>
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('api-key.create')}</button>
    <a class="btn btn-link" href="<c:out value="${places.of('/api-keys')}"/>">${msg.text('cancel')}</a>
  </d:form>
</d:page>
