<d:page title="${msg.plain('provider.onward', identityProvider.name)}" refresh="${onward}">
  <p>${msg.text('provider.onward.lead')}</p>
  <p><a class="btn btn-primary" href="<c:out value="${onward}"/>">${msg.text('provider.onward.go', identityProvider.name)}</a></p>
</d:page>
