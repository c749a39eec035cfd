<d:page title="${msg.plain('api-key.edit.title', key.description())}" here="api-keys">
  <c:set var="line" value="${leases.of(key.id())}"/>
  <dl class="panel facts">
    <dt>${msg.text('two-factor.column')}</dt>
    <dd>
      <d:keySwitch key="${row}"/>
      <c:if test="${row.on}">
        <a href="/api-keys/${key.id()}/second-factor/enrolment" aria-label="${msg.text('named', msg.plain('two-factor.replace'), key.description())}">${msg.text('two-factor.replace')}</a>
        <c:if test="${unlocking.allowed and not line.open}"><a class="ms-3" href="/api-keys/${key.id()}/unlock${line.offered() ? '' : '/choice'}">${msg.text(line.offered() ? 'unlock.title' : 'unlock.choice.title')}</a></c:if>
        <c:set var="terms" value="${askedFactor.of(key.id())}"/>
        <c:if test="${terms != null}"><p class="mt-2 mb-0" id="asked">${msg.text(empty terms.never() ? 'two-factor.every-call' : 'enrolment.actions.preview', terms.asked(), terms.never())} <c:if test="${terms.code()}">${msg.text(terms.strict() ? 'done.code.strict' : 'done.code.several')} </c:if>${msg.text('two-factor.replace.to-change')}</p></c:if>
      </c:if>
    </dd>
    <dt>${msg.text('api-keys.permissions')}</dt><dd><d:access of="${row.access()}"/><c:if test="${not row.enabled()}"> <span class="badge text-bg-secondary">${msg.text('api-keys.disabled')}</span></c:if></dd>
    <dt>${msg.text('api-keys.last-use')}</dt><dd><d:lastUse value="${row.lastUse()}"/></dd>
    <dt>${msg.text('api-key.public')}</dt><dd class="copy-box"><code data-copy><c:out value="${key.publicKey()}"/></code></dd>
  </dl>
  <c:if test="${previousUntil != null}"><p class="alert alert-warning">${msg.text('api-key.previous')} <d:time value="${previousUntil}"/>.</p></c:if>
  <c:if test="${line.open}"><d:lease line="${line}" key="${key.id()}" description="${key.description()}"/></c:if>
  <d:form action="/api-keys/${key.id()}" unsaved="true">
    <input type="hidden" name="seen" value="<c:out value="${form.text('seen')}"/>">
    <d:apiKeyFields/>
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('save')}</button>
    <a class="btn btn-link" href="<c:out value="${places.of('/api-keys')}"/>">${msg.text('cancel')}</a>
  </d:form>
  <section class="mt-5" aria-labelledby="more-heading">
    <h2 id="more-heading">${msg.text('api-key.more')}</h2>
    <ul class="list-unstyled d-flex flex-wrap gap-2">
      <li><a class="btn btn-outline-secondary" href="/test-a-key?key=${key.id()}">${msg.text('test-key.of-this-key')}</a></li>
      <li><a class="btn btn-outline-secondary" href="/api-keys/${key.id()}/roll">${msg.text('api-key.roll')}</a></li>
      <c:choose>
        <c:when test="${key.enabled}"><li><a class="btn btn-outline-secondary" href="/api-keys/${key.id()}/disable">${msg.text('api-key.disable')}</a></li></c:when>
        <c:otherwise><li><a class="btn btn-outline-secondary" href="/api-keys/${key.id()}/enable">${msg.text('api-key.enable')}</a></li></c:otherwise>
      </c:choose>
      <li><a class="btn btn-outline-danger" href="/api-keys/${key.id()}/delete">${msg.text('api-key.delete')}</a></li>
    </ul>
  </section>
  <c:if test="${not empty charts}">
    <section class="mt-5" aria-labelledby="calls-heading">
      <h2 id="calls-heading">${msg.text('calls.heading')}</h2>
      <c:forEach var="chart" items="${charts}"><d:callChart chart="${chart}"/></c:forEach>
      <p><a href="/activity/calls?key=${key.id()}">${msg.text('calls.all')}</a></p>
    </section>
  </c:if>
</d:page>
