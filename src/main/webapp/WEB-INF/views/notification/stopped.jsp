<d:page title="${msg.plain('stopped.title')}" step="true" here="two-factor">
  <p>${msg.text('stopped.key', subject.key())}</p>
  <c:choose>
    <c:when test="${subject.own() and not empty person.name}">
      <p>${msg.text('stopped.lead.signed-in')}</p>
      <a class="btn btn-primary" href="/security/password">${msg.text('password.submit')}</a>
    </c:when>
    <c:otherwise>
      <p>${msg.text('stopped.lead')}</p>
      <a class="btn btn-primary" href="/sign-in">${msg.text('sign-in.submit')}</a>
    </c:otherwise>
  </c:choose>
</d:page>
