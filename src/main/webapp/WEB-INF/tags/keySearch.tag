<%@ tag description="Looks for keys in a list of them, and says how many were found" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="list" required="true" type="org.doublelock.web.KeyListPage" %>
<c:if test="${list.searched or list.list().pages() > 1}">
  <form method="get" action="${list.path()}" role="search" class="mb-3" aria-label="${msg.text('api-keys.search')}">
    <label class="form-label" for="q">${msg.text('api-keys.search')}</label>
    <div class="search">
      <input class="form-control" type="search" id="q" name="q" value="<c:out value="${list.search().words()}"/>" maxlength="100" autocomplete="off" spellcheck="false">
      <button class="btn btn-outline-primary">${msg.text('api-keys.search.submit')}</button>
      <c:if test="${list.searched}"><a class="btn btn-link" href="${list.path()}">${msg.text('api-keys.search.all')}</a></c:if>
    </div>
  </form>
  <p><d:keysFound list="${list}"/></p>
</c:if>
