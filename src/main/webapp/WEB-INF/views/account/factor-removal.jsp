<d:page title="${msg.plain(words)}" here="two-factor">
  <p class="lead">${msg.text(words.concat('.lead'), app.name())}</p>
  <p>${msg.text('authenticator.since')} <d:time value="${app.since()}"/></p>
  <c:if test="${last}"><p class="alert alert-warning">${msg.text('authenticator.removal.last')}</p></c:if>
  <d:form action="${action}">
    <c:if test="${last}"><input type="hidden" name="last" value="on"></c:if>
    <d:confirmation/>
    <button class="btn btn-danger">${msg.text('authenticator.remove')}</button>
    <a class="btn btn-link" href="/security/two-factor">${msg.text('cancel')}</a>
  </d:form>
</d:page>
