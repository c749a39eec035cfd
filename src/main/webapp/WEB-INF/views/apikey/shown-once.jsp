<d:page title="${msg.plain(rolled ? 'shown-once.rolled' : 'shown-once.created', key.description())}" here="api-keys" once="true">
  <div class="alert alert-warning" role="status">${msg.text('shown-once.warning')}</div>
  <div class="panel">
    <dl class="kept">
      <dt>${msg.text('api-key.public')}</dt>
      <dd class="copy-box"><code id="public-key" data-copy><c:out value="${key.publicKey()}"/></code></dd>
      <dt>${msg.text('api-key.secret')}</dt>
      <dd class="copy-box secret"><code id="secret" data-copy><c:out value="${secret}"/></code></dd>
    </dl>
    <p><a href="${copies.file()}" download="doublelock-key.txt">${msg.text('shown-once.download')}</a></p>
    <details>
      <summary>${msg.text('shown-once.qr.explained')}</summary>
      <d:qr picture="${copies.qr()}" label="shown-once.qr"/>
    </details>
  </div>
  <d:shortfall key="${row}" link="false"/>
  <%-- Without a server's help: it could not show the secret again to who forgot the tick. --%>
  <form method="get" action="${row.on ? '/api-keys' : '/api-keys/'.concat(key.id()).concat('/second-factor/enrolment')}">
    <div class="form-check mb-3">
      <input class="form-check-input" type="checkbox" id="kept" required>
      <label class="form-check-label" for="kept">${msg.text('shown-once.kept')}</label>
    </div>
    <c:if test="${not row.on}"><button class="btn btn-primary">${msg.text('shown-once.two-factor')}</button></c:if>
    <c:if test="${rolled or row.shortfall() == null}"><button class="btn ${row.on ? 'btn-primary' : 'btn-outline-secondary'}" formaction="/api-keys">${msg.text('shown-once.list')}</button></c:if>
  </form>
</d:page>
