<d:page title="${msg.plain('recovery.title')}" here="two-factor" step="true" once="true">
  <c:if test="${justOn}"><p class="lead d-print-none" role="status">${msg.text('recovery.just-on')}</p></c:if>
  <p>${msg.text('recovery.lead')}</p>
  <div class="alert alert-warning d-print-none">${msg.text('recovery.once')}</div>
  <dl class="facts">
    <dt>${msg.text('recovery.site')}</dt><dd>${look.appName}, <c:out value="${site}"/></dd>
    <dt>${msg.text('recovery.account')}</dt><dd><bdi><c:out value="${person.name}"/></bdi></dd>
    <dt>${msg.text('recovery.made')}</dt><dd><d:time value="${made}"/></dd>
  </dl>
  <ol class="recovery-codes" id="recovery-codes" data-copy>
    <c:forEach var="code" items="${codes}"><li><code><c:out value="${code}"/></code></li></c:forEach>
  </ol>
  <div class="d-flex flex-wrap gap-2 mt-3 mb-4 d-print-none">
    <d:form action="/security/recovery-codes/download" page="/security/recovery-codes">
      <c:forEach var="code" items="${codes}"><input type="hidden" name="code" value="<c:out value="${code}"/>"></c:forEach>
      <button class="btn btn-outline-primary">${msg.text('recovery.download')}</button>
    </d:form>
    <button type="button" class="btn btn-outline-primary" data-print hidden>${msg.text('recovery.print')}</button>
  </div>
  <d:form action="/security/recovery-codes/kept" page="/security/recovery-codes" cssClass="d-print-none">
    <c:forEach var="code" items="${codes}"><input type="hidden" name="code" value="<c:out value="${code}"/>"></c:forEach>
    <div class="form-check mb-3">
      <input class="form-check-input ${errors.of('kept') != null ? 'is-invalid' : ''}" type="checkbox" name="kept" value="on" id="kept" <c:if test="${errors.of('kept') != null}">aria-invalid="true" aria-describedby="kept-error" autofocus</c:if>>
      <label class="form-check-label" for="kept">${msg.text('recovery.kept')}</label>
      <c:if test="${errors.of('kept') != null}"><div class="invalid-feedback" id="kept-error" role="alert"><c:out value="${errors.of('kept')}"/></div></c:if>
    </div>
    <button class="btn btn-primary">${msg.text('recovery.go-on')}</button>
  </d:form>
</d:page>
