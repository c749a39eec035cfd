<%@ tag description="The way to the other pages of a list of keys" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="list" required="true" type="org.doublelock.apikey.web.KeyListPage" %>
<c:set var="at" value="${list.list().page()}"/>
<c:if test="${list.list().pages() > 1}">
  <nav class="d-flex flex-wrap align-items-center gap-2 mb-3" aria-label="${msg.text('api-keys.pages')}">
    <c:if test="${at > 2}"><a class="btn btn-outline-secondary" href="<c:out value="${list.address(1)}"/>">${msg.text('api-keys.pages.first')}</a></c:if>
    <c:if test="${at > 1}"><a class="btn btn-outline-secondary" rel="prev" href="<c:out value="${list.address(at - 1)}"/>">${msg.text('api-keys.pages.previous')}</a></c:if>
    <span aria-current="page">${msg.text('api-keys.pages.at', at, list.list().pages())}</span>
    <c:if test="${list.more}"><a class="btn btn-outline-secondary" rel="next" href="<c:out value="${list.address(at + 1)}"/>">${msg.text('api-keys.pages.next')}</a></c:if>
    <c:if test="${at + 1 < list.list().pages()}"><a class="btn btn-outline-secondary" href="<c:out value="${list.address(list.list().pages())}"/>">${msg.text('api-keys.pages.last')}</a></c:if>
  </nav>
</c:if>
