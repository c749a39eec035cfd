<d:page title="${msg.plain(topic.key('title'))}" here="help">
  <p class="lead">${msg.text(topic.key('lead'))}</p>
  <c:if test="${samples != null}"><p><a href="/help/functions">${msg.text('help.clients.functions')}</a></p><p><a href="/0/openapi.json">${msg.text('help.clients.openapi')}</a></p></c:if>
  <c:forEach var="section" items="${sections}">
    <h2 id="${section.key}">${msg.text(topic.key(section.key))}</h2>
    <c:forEach var="paragraph" items="${section.value}"><p>${msg.text(paragraph)}</p></c:forEach>
    <c:if test="${samples != null and section.key == 'signing'}"><pre tabindex="0"><code><c:out value="${msg.plain('help.clients.formula')}"/></code></pre></c:if>
  </c:forEach>
  <c:if test="${samples != null}">
    <p><a href="/help/errors">${msg.text('help.errors.title')}</a></p>
    <h2 id="samples">${msg.text('help.clients.samples')}</h2>
    <d:samples of="${samples}"/>
    <h2 id="tried">${msg.text('help.clients.tried')}</h2>
    <p>${msg.text('help.clients.tried.lead')}</p>
    <dl>
      <c:forEach var="client" items="${tried}">
        <dt><c:out value="${client.name()} ${client.version()}"/></dt>
        <dd>${msg.text(helpScope.key(client.message()))}</dd>
      </c:forEach>
    </dl>
  </c:if>
  <p class="mt-5"><a class="btn btn-outline-primary" href="${topic.deed()}">${msg.text(topic.deedLabel())}</a> <a class="btn btn-link" href="/help">${msg.text('help.all')}</a></p>
</d:page>
