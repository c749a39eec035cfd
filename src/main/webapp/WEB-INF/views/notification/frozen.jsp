<d:page title="${msg.plain('frozen.title')}" step="true" here="api-keys">
  <d:linkOwner whose="${linkOwner.of('FREEZE', link)}"/>
  <p>${msg.text('frozen.lead')}</p>
  <ul><c:forEach var="key" items="${subject.keys()}"><li><bdi><c:out value="${key}"/></bdi></li></c:forEach></ul>
  <p>${msg.text('frozen.next')}</p>
  <a class="btn btn-primary" href="/sign-in">${msg.text('sign-in.submit')}</a>
</d:page>
