<d:page title="${msg.plain('removal.title')}" here="two-factor" step="true">
  <p class="lead">${msg.text('removal.lead', key.description())}</p>
  <d:removalConsequence method="${method}"/>
  <d:form action="/api-keys/${key.id()}/second-factor/removal">
    <d:confirmation/>
    <d:currentFactor method="${method}"/>
    <button class="btn btn-danger">${msg.text('removal.submit')}</button>
    <a class="btn btn-link" href="<c:out value="${places.of('/security/two-factor')}"/>">${msg.text('cancel')}</a>
  </d:form>
  <p class="mt-5"><a href="/api-keys/${key.id()}/second-factor/removal/lost">${msg.text('removal.lost')}</a></p>
</d:page>
