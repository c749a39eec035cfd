<d:page title="${msg.plain('help.title')}" here="help">
  <p class="lead">${msg.text('help.lead')}</p>
  <d:helpSearch question="${question}"/>
  <c:if test="${results != null}">
    <section class="mb-5" aria-labelledby="results">
      <c:choose>
        <c:when test="${empty results}">
          <h2 id="results" tabindex="-1" autofocus>${msg.text('help.search.none', question)}</h2>
          <p>${msg.text('help.search.none.try')}</p>
        </c:when>
        <c:otherwise>
          <h2 id="results" tabindex="-1" autofocus>${msg.text('help.search.results', results.size(), question)}</h2>
          <ol class="results">
            <c:forEach var="result" items="${results}">
              <li><a href="${result.path()}"><c:out value="${result.title()}"/></a><p><c:out value="${result.text()}"/></p></li>
            </c:forEach>
          </ol>
        </c:otherwise>
      </c:choose>
    </section>
  </c:if>
  <h2>${msg.text('help.topics')}</h2>
  <ul class="topics">
    <c:forEach var="topic" items="${topics}">
      <li><a href="${topic.path()}">${msg.text(topic.key('title'))}</a><p>${msg.text(topic.key('lead'))}</p></li>
    </c:forEach>
  </ul>
</d:page>
