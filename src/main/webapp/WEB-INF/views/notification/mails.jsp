<d:page title="${msg.plain('mails.title')}" here="mails">
  <p>${msg.text('mails.lead')}</p>
  <c:if test="${empty mails}"><p class="empty">${msg.text('mails.none')}</p></c:if>
  <c:forEach var="mail" items="${mails}">
    <article class="card mb-3">
      <div class="card-body">
        <h2 class="h5"><c:out value="${mail.subject()}"/></h2>
        <p class="text-body-secondary">${msg.text('mails.to', mail.to())}</p>
        <p class="mail-body"><c:forEach var="line" items="${mail.lines()}"><c:choose><c:when test="${line.startsWith('http')}"><a href="<c:out value="${line}"/>"><c:out value="${line}"/></a></c:when><c:otherwise><c:out value="${line}"/></c:otherwise></c:choose><br></c:forEach></p>
      </div>
    </article>
  </c:forEach>
</d:page>
