<d:page title="${msg.plain('help.functions.title')}" here="help">
  <p class="lead">${msg.text('help.functions.lead')}</p>
  <p><a href="/0/openapi.json">${msg.text('help.clients.openapi')}</a></p>
  <c:forEach var="group" items="${groups}">
    <h2 id="${group.key}">${msg.text('permission-group.'.concat(group.key))}</h2>
    <ul>
<c:forEach var="function" items="${group.value}"><li><a href="${function.place()}"><c:out value="${function.name()}"/></a></li>
</c:forEach>
    </ul>
  </c:forEach>
  <c:if test="${not empty publicFunctions}">
  <h2 id="public">${msg.text('help.functions.public')}</h2>
  <ul>
<c:forEach var="function" items="${publicFunctions}"><li><a href="${function.place()}"><c:out value="${function.name()}"/></a></li>
</c:forEach>
  </ul>
  </c:if>
  <p class="mt-5"><a class="btn btn-link" href="/help/clients">${msg.text('help.clients.title')}</a> <a class="btn btn-link" href="/help">${msg.text('help.all')}</a></p>
</d:page>
