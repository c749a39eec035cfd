<d:page title="${msg.plain('api-key.disable.title', key.description())}" here="api-keys">
  <p>${msg.text('api-key.disable.explained')}</p>
  <d:form action="/api-keys/${key.id()}/disable">
    <d:confirmation/>
    <button class="btn btn-danger">${msg.text('api-key.disable')}</button>
    <a class="btn btn-link" href="/api-keys/${key.id()}">${msg.text('cancel')}</a>
  </d:form>
</d:page>
