<%@ tag description="The ways to older entries and back to the newest" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="newest" required="true" description="The address of the newest, escaped for HTML" %>
<%@ attribute name="before" required="true" description="The address of older ones up to where they begin, escaped for HTML" %>
<c:if test="${not first or entries.older().isPresent()}">
  <nav class="d-flex gap-2 mb-3" aria-label="${msg.text('activity.pages')}">
    <c:if test="${not first}"><a class="btn btn-outline-secondary" href="${newest}">${msg.text('activity.newest')}</a></c:if>
    <c:if test="${entries.older().isPresent()}"><a class="btn btn-outline-secondary" rel="next" href="${before}${entries.older().get()}">${msg.text('activity.older')}</a></c:if>
  </nav>
</c:if>
