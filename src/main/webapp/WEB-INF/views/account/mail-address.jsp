<d:page title="${msg.plain('mail-address.title')}" here="security">
  <p>${msg.text('mail-address.lead')}</p>
  <p>
    <c:choose>
      <c:when test="${current == null}">${msg.text('mail-address.none')}</c:when>
      <c:otherwise>${msg.text('mail-address.current')} <strong><c:out value="${current}"/></strong></c:otherwise>
    </c:choose>
  </p>
  <d:form action="/security/mail-address">
    <d:field name="address" label="mail-address.new" hint="mail-address.hint" type="email" value="${typed}" autocomplete="email"/>
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('mail-address.submit')}</button>
    <a class="btn btn-link" href="/security">${msg.text('cancel')}</a>
  </d:form>
</d:page>
