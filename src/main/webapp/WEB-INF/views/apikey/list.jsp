<d:page title="${msg.plain('nav.api-keys')}" here="api-keys" wide="true">
  <p>${msg.text('api-keys.lead')} <a href="/help/risks">${msg.text('help.risks.title')}</a></p>
  <c:if test="${list.nothing}">
    <div class="empty">
      <p>${msg.text('api-keys.empty')}</p>
      <a class="btn btn-primary" href="/api-keys/new">${msg.text('api-keys.create')}</a>
    </div>
  </c:if>
  <c:if test="${not list.nothing}">
    <p><a class="btn btn-primary" href="/api-keys/new">${msg.text('api-keys.create')}</a></p>
    <d:keySearch list="${list}"/>
    <c:if test="${not empty keys}">
      <table class="table stack-table keys align-middle">
        <thead>
          <tr>
            <th scope="col">${msg.text('api-keys.description')}</th>
            <th scope="col">${msg.text('api-keys.permissions')}</th>
            <th scope="col">${msg.text('two-factor.column')}</th>
            <th scope="col">${msg.text('api-keys.last-use')}</th>
          </tr>
        </thead>
        <tbody>
<%-- At the margin: a page sends ten of these, with every blank in them. --%>
<c:forEach var="key" items="${keys}">
<tr>
<th scope="row" data-label="${msg.text('api-keys.description')}"><d:keyName key="${key}"/></th>
<td data-label="${msg.text('api-keys.permissions')}"><d:access of="${key.access()}"/></td>
<td data-label="${msg.text('two-factor.column')}"><d:keySwitch key="${key}"/></td>
<td data-label="${msg.text('api-keys.last-use')}"><d:lastUse value="${key.lastUse()}"/></td>
</tr>
</c:forEach>
        </tbody>
      </table>
    </c:if>
    <d:keyPages list="${list}"/>
  </c:if>
</d:page>
