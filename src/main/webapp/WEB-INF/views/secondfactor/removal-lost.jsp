<d:page title="${msg.plain('removal.title')}" here="two-factor">
  <p class="lead">${msg.text('removal.lost.lead', key.description())}</p>
  <c:choose>
    <c:when test="${offFrom != null}">
      <p>${msg.text('second-factor.removal.due')} <d:time value="${offFrom}"/>.</p>
      <a class="btn btn-primary" href="/security/two-factor">${msg.text('done.back')}</a>
    </c:when>
    <c:otherwise>
      <p class="alert alert-warning">${waits ? msg.text('removal.lost.waits', coolOffHours) : msg.text(coolsOff ? 'removal.lost.at-once' : 'removal.lost.no-wait')}</p>
      <d:removalConsequence method="${method}" later="${waits}"/>
      <d:form action="/api-keys/${key.id()}/second-factor/removal/lost">
        <d:confirmation/>
        <button class="btn btn-danger">${msg.text('removal.lost.submit')}</button>
        <a class="btn btn-link" href="/security/two-factor">${msg.text('cancel')}</a>
      </d:form>
    </c:otherwise>
  </c:choose>
</d:page>
