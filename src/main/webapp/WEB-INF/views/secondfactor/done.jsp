<d:page title="${msg.plain('done.title')}" here="two-factor" step="true">
  <p class="lead">${msg.text('done.lead', key.description())}</p>
  <dl class="panel facts">
    <dt>${msg.text('api-keys.description')}</dt><dd class="fw-semibold"><d:keyName key="${row}"/></dd>
    <dt>${msg.text('api-keys.permissions')}</dt><dd><d:access of="${row.access()}"/></dd>
    <dt>${msg.text('two-factor.column')}</dt><dd><d:keySwitch key="${row}"/></dd>
  </dl>
  <p>${msg.text((actionPolicy.appliesSelection() ? 'done.otp.selected.' : 'done.otp.').concat(method))}<c:if test="${method == 'totp'}"> ${msg.text(strict ? 'done.code.strict' : 'done.code.several')}</c:if></p>
  <p><a class="btn btn-primary" href="/test-a-key?key=${key.id()}">${msg.text('test-key.of-this-key')}</a> <a class="btn btn-outline-secondary" href="<c:out value="${places.of('/security/two-factor')}"/>">${msg.text('done.back')}</a></p>
  <c:if test="${leases.of(key.id()).offered()}"><p>${msg.text('unlock.instead')} <a href="/api-keys/${key.id()}/unlock">${msg.text('unlock.title')}</a></p></c:if>
  <h2 class="mt-5">${msg.text('done.samples.'.concat(method))}</h2>
  <p>${msg.text('done.samples.lead.'.concat(method))} <a href="/help/otp">${msg.text('help.otp.title')}</a></p>
  <c:if test="${not sampleAsks}"><p>${msg.text('done.samples.not-asked')}</p></c:if>
  <d:samples of="${samples}"/>
</d:page>
