<%@ tag description="A key's calls over a time, drawn, with the same in words" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="chart" required="true" type="org.doublelock.activity.web.CallChart" %>
<figure class="call-chart">
  <figcaption><strong>${msg.text(chart.name())}</strong>: ${msg.text('calls.summary', chart.accepted(), chart.refused())}</figcaption>
  <c:if test="${chart.hasCalls()}">
    <svg viewBox="0 0 ${chart.width()} ${chart.height}" aria-hidden="true" focusable="false">
      <c:forEach var="column" items="${chart.columns()}">
        <g>
          <title>${times.text(column.start())}</title>
          <rect class="nothing" x="${column.x()}" y="${chart.height - 1}" width="8" height="1"/>
          <c:if test="${column.acceptedHeight() > 0}"><rect class="accepted" x="${column.x()}" y="${column.acceptedY()}" width="8" height="${column.acceptedHeight()}"/></c:if>
          <c:if test="${column.refusedHeight() > 0}"><rect class="refused" x="${column.x()}" y="${column.refusedY()}" width="8" height="${column.refusedHeight()}"/></c:if>
        </g>
      </c:forEach>
    </svg>
    <c:if test="${not empty chart.refusedBy()}">
      <ul class="small">
        <c:forEach var="reason" items="${chart.refusedBy()}"><li>${reason.value} × ${msg.text('call.'.concat(reason.key))}</li></c:forEach>
      </ul>
    </c:if>
  </c:if>
</figure>
