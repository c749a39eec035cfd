<d:page title="${msg.plain('api-key.'.concat(act).concat('.title'), key.description())}" here="api-keys">
  <p>${msg.text('api-key.'.concat(act).concat('.explained'))}</p>
  <d:form action="/api-keys/${key.id()}/${act}">
    <c:if test="${act == 'delete'}"><d:field name="description" label="api-key.delete.type" hint="api-key.delete.type.hint" value="${typed}"/></c:if>
    <d:confirmation/>
    <button class="btn btn-danger">${msg.text('api-key.'.concat(act))}</button>
    <a class="btn btn-link" href="/api-keys/${key.id()}">${msg.text('cancel')}</a>
  </d:form>
</d:page>
