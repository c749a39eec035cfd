<d:page title="${msg.plain(replaced == null ? 'enrolment.choose' : 'enrolment.replace')}" here="two-factor" step="true">
  <c:set var="unlock" value="${unlocking.allowed and (replaced == null or leases.of(key.id()).offered())}"/>
  <p class="steps">${msg.text('enrolment.step', 1, 3, key.description())}</p>
  <div class="alert alert-warning">
    <p class="mb-1"><strong>${msg.text(actionPolicy.appliesSelection() ? 'enrolment.warning.selected' : 'enrolment.warning')}</strong></p>
    <p class="mb-0">${msg.text(actionPolicy.appliesSelection() ? 'enrolment.warning.calls.selected' : 'enrolment.warning.calls')} <code>EAPI:Invalid signature</code>. <c:if test="${unlock or row.shortfall() == null}">${msg.text(unlock ? 'unlock.instead' : 'enrolment.warning.leave')}</c:if> <a href="/help/${unlock ? 'unlock' : 'two-factor'}">${msg.text(unlock ? 'help.unlock.title' : 'help.two-factor.title')}</a></p>
  </div>
  <c:if test="${replaced != null}"><p>${msg.text('enrolment.replace.explained')}</p></c:if>
  <d:shortfall key="${row}" link="false"/>
  <d:form action="${base}">
    <d:confirmation/>
    <c:if test="${replaced != null}"><d:currentFactor method="${replaced}"/></c:if>
    <d:fieldsetError name="method"/>
    <div class="choices">
      <div class="card choice recommended">
        <div class="card-body">
          <div class="choice-head"><h2><button name="method" value="totp">${msg.text('second-factor.totp')}</button></h2> <span class="badge text-bg-success">${msg.text('enrolment.recommended')}</span></div>
          <p>${msg.text('enrolment.totp.explained')}</p>
        </div>
      </div>
      <div class="card choice">
        <div class="card-body">
          <div class="choice-head"><h2><button name="method" value="password">${msg.text('second-factor.password')}</button></h2> <span class="badge text-bg-warning">${msg.text('enrolment.least-secure')}</span></div>
          <p>${msg.text('enrolment.password.explained')}</p>
        </div>
      </div>
    </div>
  </d:form>
  <p class="mt-4"><a href="<c:out value="${places.of('/security/two-factor')}"/>">${msg.text('enrolment.leave')}</a></p>
</d:page>
