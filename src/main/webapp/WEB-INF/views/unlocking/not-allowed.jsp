<d:page title="${msg.plain('unlock.title')}" here="two-factor">
  <c:choose>
    <c:when test="${not on}"><p>${msg.text('unlock.no-factor', key.description())}</p></c:when>
    <c:when test="${not unlocking.allowed}"><p>${msg.text('unlock.not-here')}</p></c:when>
    <c:otherwise>
      <p>${msg.text('unlock.not-allowed', key.description())}</p>
      <p><a class="btn btn-primary" href="/api-keys/${key.id()}/unlock/choice">${msg.text('unlock.choice.title')}</a></p>
    </c:otherwise>
  </c:choose>
  <c:if test="${unlocking.allowed}"><p><a href="/help/unlock">${msg.text('help.unlock.title')}</a></p></c:if>
  <p><a href="<c:out value="${places.of('/security/two-factor')}"/>">${msg.text('done.back')}</a></p>
</d:page>
