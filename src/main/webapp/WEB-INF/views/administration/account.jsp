<d:page title="${msg.plain('operator.account', account.userName())}" here="operator" wide="true">
  <d:formError/>
  <c:if test="${not account.enabled}"><div class="alert alert-warning">${msg.text('operator.account.locked')}</div></c:if>
  <c:if test="${admittedUntil != null}"><div class="alert alert-warning">${msg.text('operator.admit.until', account.userName())} <d:time value="${admittedUntil}"/>.</div></c:if>
  <dl>
    <dt>${msg.text('operator.account.address')}</dt>
    <dd class="text-break"><c:choose><c:when test="${empty address}">${msg.text('operator.account.no-address')}</c:when><c:otherwise><c:out value="${address}"/></c:otherwise></c:choose></dd>
    <dt>${msg.text('operator.account.factors')}</dt>
    <dd>${msg.text('operator.account.factors.number', factors)}</dd>
    <dt>${msg.text('operator.account.keys')}</dt>
    <dd>${msg.text('operator.account.keys.number', keys)}</dd>
  </dl>
  <c:choose>
    <c:when test="${own}"><p>${msg.text('operator.account.own')}</p></c:when>
    <c:otherwise>
      <p class="d-flex flex-wrap gap-2">
        <c:choose>
          <c:when test="${account.enabled}"><a class="btn btn-outline-danger" href="/operator/accounts/${account.id()}/lock">${msg.text('operator.lock')}</a></c:when>
          <c:otherwise><a class="btn btn-primary" href="/operator/accounts/${account.id()}/unlock">${msg.text('operator.unlock')}</a></c:otherwise>
        </c:choose>
        <c:if test="${factors > 0}"><a class="btn btn-outline-danger" href="/operator/accounts/${account.id()}/reset">${msg.text('operator.reset')}</a></c:if>
        <c:if test="${byProvider}"><a class="btn btn-outline-danger" href="/operator/accounts/${account.id()}/release">${msg.text('operator.release')}</a></c:if>
        <c:if test="${admissible}"><a class="btn btn-outline-danger" href="/operator/accounts/${account.id()}/admit">${msg.text('operator.admit')}</a></c:if>
      </p>
    </c:otherwise>
  </c:choose>
  <h2>${msg.text('activity.events')}</h2>
  <d:events/>
  <d:entryPages newest="/operator/accounts/${account.id()}" before="/operator/accounts/${account.id()}?before="/>
  <p><a href="/operator/accounts">${msg.text('operator.find.another')}</a></p>
</d:page>
