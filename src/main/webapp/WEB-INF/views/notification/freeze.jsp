<d:page title="${msg.plain(subject.one() ? 'freeze.key.title' : 'freeze.account.title')}" step="true" here="api-keys">
  <d:linkOwner whose="${linkOwner.of('FREEZE', link)}"/>
  <p>${msg.text(subject.one() ? 'freeze.key.lead' : 'freeze.account.lead')}</p>
  <ul><c:forEach var="key" items="${subject.keys()}"><li><bdi><c:out value="${key}"/></bdi></li></c:forEach></ul>
  <p>${msg.text('freeze.sessions')}</p>
  <d:form action="/freeze">
    <input type="hidden" name="link" value="<c:out value="${link}"/>">
    <button class="btn btn-danger">${msg.text(subject.one() ? 'freeze.key.submit' : 'freeze.account.submit')}</button>
    <a class="btn btn-link" href="/">${msg.text('cancel')}</a>
  </d:form>
</d:page>
