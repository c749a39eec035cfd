<%@ tag description="What both activity pages have: the way to the other, the filter, older ones, the file" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="page" required="true" description="events or calls" %>
<c:set var="path" value="${page == 'events' ? '/activity' : '/activity/calls'}"/>
<c:set var="query"><c:out value="${filter.query}"/></c:set>
<c:set var="noneFound" value="${not empty filter.words and empty keyNames}"/>
<nav class="tabs" aria-label="${msg.text('activity.views')}">
  <a href="/activity?${query}" ${page == 'events' ? 'aria-current="page"' : ''}>${msg.text('activity.events')}</a>
  <a href="/activity/calls?${query}" ${page == 'calls' ? 'aria-current="page"' : ''}>${msg.text('activity.calls')}</a>
</nav>
<p>${msg.text(page == 'events' ? 'activity.lead' : 'activity.calls.lead')}</p>
<form method="get" action="${path}" class="filter mb-3">
  <c:if test="${manyKeys}">
    <div>
      <label class="form-label" for="q">${msg.text('api-keys.search')}</label>
      <input class="form-control" type="search" id="q" name="q" value="<c:out value="${filter.words}"/>" maxlength="100" autocomplete="off" spellcheck="false" <c:if test="${noneFound}">aria-describedby="q-none"</c:if>>
    </div>
  </c:if>
  <div>
    <label class="form-label" for="key">${msg.text('activity.key')}</label>
    <select class="form-select" id="key" name="key">
      <option value="">${msg.text('activity.all-keys')}</option>
      <c:forEach var="named" items="${keyNames}">
        <option dir="auto" value="${named.key}" ${named.key.toString() == filter.key ? 'selected' : ''}><c:out value="${named.value}"/></option>
      </c:forEach>
    </select>
  </div>
  <c:if test="${page == 'calls'}">
    <div>
      <label class="form-label" for="outcome">${msg.text('activity.outcome')}</label>
      <select class="form-select" id="outcome" name="outcome">
        <c:forEach var="outcome" items="${outcomes}">
          <option value="${outcome.code()}" ${outcome.code() == filter.outcome ? 'selected' : ''}>${msg.text('activity.outcome.'.concat(outcome.code()))}</option>
        </c:forEach>
      </select>
    </div>
  </c:if>
  <button class="btn btn-outline-secondary">${msg.text('activity.show')}</button>
</form>
<c:if test="${noneFound}"><p><span id="q-none" role="status">${msg.text('api-keys.search.none', filter.words)}</span> <a href="${path}">${msg.text('api-keys.search.all')}</a></p></c:if>
<c:if test="${empty entries.shown()}">
  <div class="empty">
    <c:choose>
      <c:when test="${not empty filter.key or (page == 'calls' and filter.outcome != 'any')}">
        <p>${msg.text('activity.nothing-fits')}</p>
        <a class="btn btn-outline-primary" href="${path}">${msg.text('activity.show-all')}</a>
      </c:when>
      <c:when test="${page == 'events'}"><p class="mb-0">${msg.text('activity.empty')}</p></c:when>
      <c:when test="${empty keyNames and empty filter.words}">
        <p>${msg.text('api-keys.empty')}</p>
        <a class="btn btn-primary" href="/api-keys/new">${msg.text('api-keys.create')}</a>
      </c:when>
      <c:otherwise>
        <p>${msg.text('activity.calls.empty')}</p>
        <a class="btn btn-outline-primary" href="/help/clients">${msg.text('help.clients.title')}</a>
      </c:otherwise>
    </c:choose>
  </div>
</c:if>
<jsp:doBody/>
<d:entryPages newest="${path}?${query}" before="${path}?${query}&amp;before="/>
<c:if test="${not empty entries.shown()}">
  <p><a href="${page == 'events' ? '/activity/events.csv' : '/activity/calls.csv'}?${query}" aria-describedby="export-hint">${msg.text('activity.export')}</a> <span class="form-text" id="export-hint">${msg.text('activity.export.hint', exportRows)}</span></p>
</c:if>
