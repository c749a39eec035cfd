<d:page title="${msg.plain('activity.calls.title')}" here="activity" wide="true">
  <d:activityFrame page="calls">
    <c:if test="${not empty entries.shown()}">
      <table class="table stack-table even-table calls align-middle">
        <caption class="visually-hidden">${msg.text('activity.calls')}</caption>
        <thead>
          <tr>
            <th scope="col">${msg.text('activity.time')}</th>
            <th scope="col">${msg.text('activity.key')}</th>
            <th scope="col">${msg.text('activity.function')}</th>
            <th scope="col">${msg.text('activity.outcome')}</th>
            <th scope="col">${msg.text('activity.from')}</th>
          </tr>
        </thead>
        <tbody>
<%-- At the margin: a page sends ten of these, with every blank in them. --%>
<c:forEach var="group" items="${entries.shown()}">
<c:set var="call" value="${group.newest()}"/>
<tr>
<td data-label="${msg.text('activity.time')}">${ago.text(call.at())}<small class="d-block text-body-secondary"><d:time value="${call.at()}"/></small></td>
<td data-label="${msg.text('activity.key')}"><bdi><c:out value="${called[call.apiKey()]}"/></bdi></td>
<td data-label="${msg.text('activity.function')}">
<c:choose>
<c:when test="${empty call.function() and group.calls() > 1}">${msg.text('activity.more-calls', group.calls())}</c:when>
<c:otherwise><code><c:out value="${call.function()}"/></code><c:if test="${group.calls() > 1}"> <span class="text-nowrap">× ${group.calls()}</span><small class="d-block text-body-secondary">${msg.text('activity.since')} <d:time value="${group.first()}"/></small></c:if></c:otherwise>
</c:choose>
</td>
<td data-label="${msg.text('activity.outcome')}">
<c:choose>
<c:when test="${call.refusal().isPresent()}"><span class="badge text-bg-danger">${msg.text('activity.refused')}</span><span class="d-block">${msg.coded('call', call.refusal().get())}<c:if test="${call.leaseUntil().isPresent()}"> <d:time value="${call.leaseUntil().get()}"/></c:if></span><small class="d-block"><c:if test="${not empty helps[call.refusal().get()]}"><a href="${helps[call.refusal().get()]}">${msg.text('help.about')}</a></c:if><c:if test="${existing.contains(call.apiKey())}"> <a class="ms-2" href="/test-a-key?key=${call.apiKey()}">${msg.text('activity.test')}</a></c:if></small></c:when>
<c:otherwise><span class="badge text-bg-secondary">${msg.text('activity.accepted')}</span></c:otherwise>
</c:choose>
</td>
<td data-label="${msg.text('activity.from')}"><c:out value="${call.address()}"/></td>
</tr>
</c:forEach>
        </tbody>
      </table>
    </c:if>
  </d:activityFrame>
</d:page>
