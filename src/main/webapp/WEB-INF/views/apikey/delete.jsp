<d:page title="${msg.plain('api-key.delete.title', key.description())}" here="api-keys">
  <p>${msg.text('api-key.delete.explained')}</p>
  <d:form action="/api-keys/${key.id()}/delete">
    <d:field name="description" label="api-key.delete.type" hint="api-key.delete.type.hint" value="${typed}"/>
    <d:confirmation/>
    <button class="btn btn-danger">${msg.text('api-key.delete')}</button>
    <a class="btn btn-link" href="/api-keys/${key.id()}">${msg.text('cancel')}</a>
  </d:form>
</d:page>
