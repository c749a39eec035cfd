<d:page title="${msg.plain('nav.two-factor')}" here="two-factor" wide="true">
  <d:signInSection/>
  <section aria-labelledby="api-keys-heading">
    <h2 id="api-keys-heading">${msg.text('two-factor.api-keys')}</h2>
    <p>${msg.text(actionPolicy.appliesSelection() ? 'two-factor.api-keys.lead.selected' : 'two-factor.api-keys.lead')} <a href="/help/two-factor">${msg.text('help.two-factor.title')}</a></p>
    <c:if test="${list.nothing}">
      <div class="empty">
        <p>${msg.text('api-keys.empty')}</p>
        <a class="btn btn-primary" href="/api-keys/new">${msg.text('api-keys.create')}</a>
      </div>
    </c:if>
    <c:if test="${not list.nothing}">
      <d:keySearch list="${list}"/>
      <c:if test="${not empty keys}">
        <table class="table stack-table keys align-middle">
          <thead>
            <tr>
              <th scope="col">${msg.text('api-keys.description')}</th>
              <th scope="col">${msg.text('api-keys.permissions')}</th>
              <th scope="col">${msg.text('api-keys.last-use')}</th>
              <th scope="col">${msg.text('two-factor.column')}</th>
            </tr>
          </thead>
          <tbody>
<%-- At the margin: a page sends ten of these, with every blank in them. --%>
<c:forEach var="key" items="${keys}">
<tr>
<th scope="row" data-label="${msg.text('api-keys.description')}"><d:keyName key="${key}"/></th>
<td data-label="${msg.text('api-keys.permissions')}"><d:access of="${key.access()}"/></td>
<td data-label="${msg.text('api-keys.last-use')}"><d:lastUse value="${key.lastUse()}"/></td>
<td data-label="${msg.text('two-factor.column')}">
<d:keySwitch key="${key}"/>
<c:if test="${key.on}">
<a href="/api-keys/${key.id()}/second-factor/enrolment" aria-label="${msg.text('named', msg.plain('two-factor.replace'), key.description())}">${msg.text('two-factor.replace')}</a>
<c:if test="${unlocking.allowed}"><d:lease line="${lines[key.id()]}" key="${key.id()}" description="${key.description()}"/></c:if>
<c:if test="${key.offFrom() != null}">
<div class="alert alert-warning mt-2">
<p>${msg.text('second-factor.removal.due')} <d:time value="${key.offFrom()}"/>.</p>
<d:form action="/api-keys/${key.id()}/second-factor/removal/stop" aside="true"><button class="btn btn-primary" aria-label="${msg.text('named', msg.plain('second-factor.removal.stop'), key.description())}">${msg.text('second-factor.removal.stop')}</button></d:form>
</div>
</c:if>
</c:if>
</td>
</tr>
</c:forEach>
          </tbody>
        </table>
      </c:if>
      <d:keyPages list="${list}"/>
      <a class="btn btn-outline-primary" href="/api-keys/new">${msg.text('api-keys.create')}</a>
    </c:if>
  </section>
</d:page>
