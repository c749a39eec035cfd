<d:page title="${msg.plain('operator.'.concat(act).concat('.title'), account.userName())}" here="operator">
  <p>${msg.text('operator.'.concat(act).concat('.explained'))}</p>
  <c:if test="${linkEnds}"><p>${msg.text('operator.link-ends', identityProvider.name)}</p></c:if>
  <d:form action="/operator/accounts/${account.id()}/${act}">
    <input type="hidden" name="seen" value="<c:out value="${seen}"/>">
    <d:field name="reason" label="operator.reason" hint="operator.reason.hint" value="${reason}"/>
    <d:confirmation/>
    <button class="btn ${act == 'unlock' ? 'btn-primary' : 'btn-danger'}">${msg.text('operator.'.concat(act))}</button>
    <a class="btn btn-link" href="/operator/accounts/${account.id()}">${msg.text('cancel')}</a>
  </d:form>
</d:page>
