<%@ tag description="Security events, the newest first" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<c:if test="${not empty entries.shown()}">
  <table class="table stack-table even-table align-middle">
    <caption class="visually-hidden">${msg.text('activity.events')}</caption>
    <thead>
      <tr>
        <th scope="col">${msg.text('activity.time')}</th>
        <th scope="col">${msg.text('activity.what')}</th>
        <th scope="col">${msg.text('activity.from')}</th>
      </tr>
    </thead>
    <tbody>
      <c:forEach var="event" items="${entries.shown()}">
        <tr>
          <td data-label="${msg.text('activity.time')}"><d:time value="${event.at()}"/></td>
          <td data-label="${msg.text('activity.what')}">
            ${msg.coded('event', event.code())}
            <c:if test="${not empty event.detail()}"><span class="d-block text-body-secondary"><bdi><c:out value="${event.detail()}"/></bdi></span></c:if>
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
