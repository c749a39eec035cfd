<d:page title="${msg.plain('operator.opened', userName)}" here="operator" once="true">
  <div class="alert alert-warning" role="status">${msg.text(identityProvider.passwordsForAll ? 'operator.opened.once' : 'operator.opened.once.no-password', identityProvider.name)}</div>
  <dl class="facts">
    <dt>${msg.text('sign-in.user-name')}</dt><dd><code><bdi><c:out value="${userName}"/></bdi></code></dd>
    <dt>${msg.text('sign-in.password')}</dt><dd><code id="given-password" data-copy><c:out value="${password}"/></code></dd>
  </dl>
  <p><a class="btn btn-primary" href="/operator/accounts/${account}">${msg.text('operator.opened.see')}</a> <a class="btn btn-outline-secondary" href="/operator/accounts/new">${msg.text('operator.another')}</a></p>
</d:page>
