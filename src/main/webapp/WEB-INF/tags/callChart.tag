<%@ tag description="A key's calls over a time, drawn, with the same in words" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="chart" required="true" type="org.doublelock.activity.web.CallChart" %>
<figure class="call-chart">
  <figcaption><strong>${msg.text(chart.name())}</strong>: ${msg.text('calls.summary', chart.accepted(), chart.refused())}</figcaption>
  <c:if test="${chart.hasCalls()}">
    <div class="plot" aria-hidden="true">
      <span class="most">${chart.most()}</span><span class="none">0</span>
      <svg viewBox="0 0 ${chart.width()} ${chart.height}" focusable="false" preserveAspectRatio="none">
        <%-- Hatched: what was refused is told from what was accepted without its colour. --%>
        <pattern id="hatch-${chart.name()}" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="3" height="3"/><rect class="stripe" width="1.5" height="3"/></pattern>
        <line class="grid" x1="0" x2="${chart.width()}" y1="0.25" y2="0.25"/>
        <c:forEach var="column" items="${chart.columns()}">
          <g>
            <title>${times.text(column.start())}</title>
            <rect class="nothing" x="${column.x()}" y="${chart.height - 1}" width="8" height="1"/>
            <c:if test="${column.acceptedHeight() > 0}"><rect class="accepted" x="${column.x()}" y="${column.acceptedY()}" width="8" height="${column.acceptedHeight()}"/></c:if>
            <c:if test="${column.refusedHeight() > 0}"><rect class="refused" fill="url(#hatch-${chart.name()})" x="${column.x()}" y="${column.refusedY()}" width="8" height="${column.refusedHeight()}"/></c:if>
          </g>
        </c:forEach>
      </svg>
      <span class="begin"><d:time value="${chart.begin()}"/></span><span class="end"><d:time value="${chart.last()}"/></span>
    </div>
    <ul class="legend">
      <li><svg width="16" height="12" aria-hidden="true"><rect class="is-accepted" width="16" height="12"/></svg> ${msg.text('activity.accepted')}</li>
      <li><svg width="16" height="12" aria-hidden="true"><rect class="is-refused" fill="url(#hatch-${chart.name()})" width="16" height="12"/></svg> ${msg.text('activity.refused')}</li>
    </ul>
    <c:if test="${not empty chart.refusedBy()}">
      <ul class="small">
        <c:forEach var="reason" items="${chart.refusedBy()}"><li>${reason.value} × ${msg.coded('call', reason.key)}</li></c:forEach>
      </ul>
    </c:if>
  </c:if>
</figure>
