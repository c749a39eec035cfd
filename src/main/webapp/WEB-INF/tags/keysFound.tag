<%@ tag description="How many keys were found, or which of them are shown" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="list" required="true" type="org.doublelock.apikey.web.KeyListPage" %>
<c:choose>
  <c:when test="${list.list().found() == 0 and not list.searched}">${msg.text('api-keys.none-fit')}</c:when>
  <c:when test="${list.list().found() == 0}">${msg.text('api-keys.search.none', list.search().words())}</c:when>
  <c:when test="${list.searched}">${msg.text('api-keys.search.found', list.list().found(), list.search().words())}</c:when>
  <c:otherwise>${msg.text('api-keys.shown', list.first(), list.last(), list.list().found())}</c:otherwise>
</c:choose>
