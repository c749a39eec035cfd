<d:page title="${function.name()}" here="help" wide="true">
  <pre tabindex="0"><code><c:out value="${function.call()}"/></code></pre>
  <c:choose>
    <c:when test="${access == null}"><p>${msg.text('help.functions.unsigned')}</p></c:when>
    <c:when test="${empty access}"><p>${msg.text('help.functions.open')} ${msg.text('help.functions.cost', cost)}</p></c:when>
    <c:otherwise>
      <p>${msg.text('help.functions.needs')}</p>
      <ul>
<c:forEach var="alternative" items="${access}"><li><c:forEach var="permission" items="${alternative}" varStatus="at"><c:if test="${not at.first}"> + </c:if>${msg.permission(permission)}</c:forEach></li>
</c:forEach>
      </ul>
      <p>${msg.text('help.functions.cost', cost)}</p>
    </c:otherwise>
  </c:choose>
  <h2 id="arguments">${msg.text('help.functions.arguments')}</h2>
  <c:choose>
    <c:when test="${empty function.arguments()}"><p>${msg.text(access == null ? 'help.functions.nothing' : 'help.functions.none')}</p></c:when>
    <c:otherwise>
      <table class="table stack-table even-table arguments">
        <caption class="visually-hidden">${msg.text('help.functions.arguments')}</caption>
        <thead><tr><th scope="col">${msg.text('help.functions.name')}</th><th scope="col">${msg.text('help.functions.kind')}</th><th scope="col">${msg.text('help.functions.meaning')}</th></tr></thead>
        <tbody>
<c:forEach var="argument" items="${function.arguments()}">
<tr>
<td data-label="${msg.text('help.functions.name')}"><code><c:out value="${argument.name()}"/></code><c:if test="${argument.required()}"><small class="d-block">${msg.text('help.functions.required')}</small></c:if></td>
<td data-label="${msg.text('help.functions.kind')}">${msg.text('help.functions.'.concat(argument.kind()))}<c:forEach var="choice" items="${argument.choices()}" varStatus="at"><c:if test="${not at.first}">,</c:if> <code><c:out value="${choice}"/></code></c:forEach></td>
<td data-label="${msg.text('help.functions.meaning')}" lang="en"><c:out value="${argument.description()}"/></td>
</tr>
</c:forEach>
        </tbody>
      </table>
    </c:otherwise>
  </c:choose>
  <h2 id="answer">${msg.text('help.functions.answer')}</h2>
  <c:choose>
    <c:when test="${empty sketch}"><p>${msg.text('help.functions.answer.unknown')}</p></c:when>
    <c:otherwise><p>${msg.text('help.functions.answer.lead')}</p><pre tabindex="0"><code><c:out value="${sketch}"/></code></pre></c:otherwise>
  </c:choose>
  <p class="mt-5"><a class="btn btn-link" href="/help/functions">${msg.text('help.functions.title')}</a> <a class="btn btn-link" href="/help">${msg.text('help.all')}</a></p>
</d:page>
