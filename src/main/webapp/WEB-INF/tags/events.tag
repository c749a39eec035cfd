<%@ tag description="Security events, the newest first" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<c:if test="${not empty entries.shown()}">
  <table class="table stack-table even-table events align-middle">
    <caption class="visually-hidden">${msg.text('activity.events')}</caption>
    <thead>
      <tr>
        <th scope="col">${msg.text('activity.time')}</th>
        <th scope="col">${msg.text('activity.what')}</th>
        <th scope="col">${msg.text('activity.from')}</th>
      </tr>
    </thead>
    <tbody>
<%-- At the margin: a page sends ten of these, with every blank in them. --%>
<c:forEach var="event" items="${entries.shown()}">
<tr>
<td data-label="${msg.text('activity.time')}"><d:time value="${event.at()}"/></td>
<td data-label="${msg.text('activity.what')}">
${msg.coded('event', event.code())}
<c:set var="told" value="${event.told()}"/><c:if test="${not empty told.name()}"><span class="d-block text-body-secondary"><bdi><c:out value="${told.name()}"/></bdi></span></c:if><c:if test="${told.opened().isPresent()}"><c:set var="opened" value="${told.opened().get()}"/><span class="d-block text-body-secondary">${msg.text('activity.until')} <d:time value="${opened.until()}"/>, <c:choose><c:when test="${empty opened.address()}">${msg.text('unlock.from-any')}</c:when><c:otherwise>${msg.text('unlock.from-address', opened.address())}</c:otherwise></c:choose><c:if test="${not empty opened.most()}">, ${msg.text('activity.most', opened.most())}</c:if>, ${msg.text('activity.actions', opened.actions())}<c:if test="${not empty opened.named()}">: <c:out value="${opened.named()}"/><c:if test="${opened.namesSome()}">, …</c:if></c:if></span></c:if><c:if test="${told.calls().isPresent()}"><span class="d-block text-body-secondary">${msg.text('activity.calls-made', told.calls().get())}</span></c:if><c:if test="${told.required().isPresent()}"><span class="d-block text-body-secondary">${msg.text('activity.required-from')} <d:time value="${told.required().get()}"/></span></c:if>
</td>
<td data-label="${msg.text('activity.from')}">
<c:choose>
<c:when test="${event.isByOperator()}">${msg.text('activity.from-operator')}</c:when>
<c:when test="${empty event.origin().address()}">${msg.text('activity.from-server')}</c:when>
<c:otherwise><c:out value="${event.origin().address()}"/> <c:if test="${not empty event.origin().browser()}"><small class="d-block text-body-secondary text-break" title="<c:out value="${event.origin().browser()}"/>"><bdi><c:out value="${event.origin().browserName()}"/></bdi></small></c:if></c:otherwise>
</c:choose>
</td>
</tr>
</c:forEach>
    </tbody>
  </table>
</c:if>
