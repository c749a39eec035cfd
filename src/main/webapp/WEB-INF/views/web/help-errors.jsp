<d:page title="${msg.plain('help.errors.title')}" here="help" wide="true">
  <p class="lead">${msg.text('help.errors.lead')}</p>
  <d:helpSearch/>
  <h2 id="api">${msg.text('help.errors.api')}</h2>
  <p>${msg.text('help.errors.api.lead')} <a href="/test-a-key">${msg.text('nav.test-key')}</a></p>
  <d:explanations label="api">
    <c:forEach var="error" items="${protocolErrors}">
      <d:explained key="help.error.${error.code()}" place="${error.code()}"><code><c:out value="${error.text()}"/></code></d:explained>
    </c:forEach>
  </d:explanations>
  <h2 id="refusal">${msg.text('help.errors.refusal')}</h2>
  <p>${msg.text('help.errors.refusal.lead')}</p>
  <dl class="facts">
    <c:forEach var="refusal" items="${refusals}">
      <dt id="${refusal}"><code><c:out value="${refusal}"/></code></dt>
      <dd>${msg.text('help.refusal.'.concat(refusal))}</dd>
    </c:forEach>
  </dl>
  <c:if test="${not empty functionErrors}">
  <h2 id="functions">${msg.text('help.errors.functions')}</h2>
  <p>${msg.text('help.errors.functions.lead')}</p>
  <d:explanations label="functions">
    <c:forEach var="error" items="${functionErrors}">
      <d:explained key="help.error.${error.code()}" place="${error.code()}"><code><c:out value="${error.text()}"/></code></d:explained>
    </c:forEach>
  </d:explanations>
  </c:if>
  <h2 id="page">${msg.text('help.errors.page')}</h2>
  <d:explanations label="page">
    <c:forEach var="error" items="${pageErrors}">
      <d:explained key="help.page.${error.code()}" place="${error.code()}" topic="${error.topic()}">${msg.text('help.page.'.concat(error.code()))}</d:explained>
    </c:forEach>
  </d:explanations>
  <p class="mt-5"><a class="btn btn-link p-0" href="/help">${msg.text('help.all')}</a></p>
</d:page>
