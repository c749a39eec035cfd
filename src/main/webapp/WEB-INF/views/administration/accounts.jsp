<d:page title="${msg.plain('operator.accounts')}" here="operator">
  <c:if test="${demand != null}">
    <p class="panel">${msg.text('operator.demand', permissions)} <d:time value="${demand.from()}"/>. ${msg.text('operator.demand.unmet', unmet)}</p>
  </c:if>
  <p>${msg.text('operator.accounts.lead')}</p>
  <d:form action="/operator/accounts/find">
    <d:field name="account" label="operator.find.label" hint="operator.find.hint" value="${typed}"/>
    <button class="btn btn-primary">${msg.text('operator.find')}</button>
    <a class="btn btn-link" href="/operator/accounts/new">${msg.text('operator.new')}</a>
  </d:form>
</d:page>
