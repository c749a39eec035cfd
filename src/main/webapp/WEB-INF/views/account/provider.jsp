<d:page title="${msg.plain(standing == 'NONE' ? 'provider.link' : 'provider.link.title', identityProvider.name)}" here="security">
  <c:choose>
    <c:when test="${standing == 'NONE' and not empty offered}">
      <p>${msg.text('provider.link.offered', identityProvider.name, offered, person.name)}</p>
      <d:form action="/security/provider/confirmation">
        <input type="hidden" name="who" value="<c:out value="${mark}"/>">
        <d:confirmation/>
        <button class="btn btn-primary">${msg.text('provider.link.confirm')}</button>
      </d:form>
      <%-- Apart: a form with two buttons is not sent by a passkey's answer. --%>
      <d:form action="/security/provider/cancel" aside="true">
        <input type="hidden" name="who" value="<c:out value="${mark}"/>">
        <button class="btn btn-link">${msg.text('cancel')}</button>
      </d:form>
    </c:when>
    <c:when test="${standing == 'NONE'}">
      <p>${msg.text('provider.link.lead', identityProvider.name)}</p>
      <d:form action="/security/provider">
        <d:confirmation/>
        <button class="btn btn-primary">${msg.text('provider.link', identityProvider.name)}</button>
        <a class="btn btn-link" href="/security">${msg.text('cancel')}</a>
      </d:form>
    </c:when>
    <c:when test="${removable}">
      <p>${msg.text('provider.unlink.lead', identityProvider.name)}</p>
      <d:form action="/security/provider/removal">
        <d:confirmation/>
        <button class="btn btn-danger">${msg.text('provider.unlink')}</button>
        <a class="btn btn-link" href="/security">${msg.text('cancel')}</a>
      </d:form>
    </c:when>
    <c:otherwise>
      <p>${msg.text('provider.only', identityProvider.name)}</p>
    </c:otherwise>
  </c:choose>
</d:page>
