<d:page title="${msg.plain('api-key.enable.title', key.description())}" here="api-keys">
  <p>${msg.text('api-key.enable.explained')}</p>
  <d:form action="/api-keys/${key.id()}/enable">
    <d:confirmation/>
    <button class="btn btn-danger">${msg.text('api-key.enable')}</button>
    <a class="btn btn-link" href="/api-keys/${key.id()}">${msg.text('cancel')}</a>
  </d:form>
</d:page>
