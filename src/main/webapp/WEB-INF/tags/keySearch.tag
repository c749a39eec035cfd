<%@ tag description="Looks for keys in a long list of them, sorts them, and says how many were found" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="list" required="true" type="org.doublelock.apikey.web.KeyListPage" %>
<c:if test="${list.lengthy}">
  <form method="get" action="${list.path()}" role="search" class="filter mb-3" aria-label="${msg.text('api-keys.search')}">
    <div>
      <label class="form-label" for="q">${msg.text('api-keys.search')}</label>
      <input class="form-control" type="search" id="q" name="q" value="<c:out value="${list.search().words()}"/>" maxlength="100" autocomplete="off" spellcheck="false">
    </div>
    <div>
      <label class="form-label" for="factor">${msg.text('two-factor.column')}</label>
      <select class="form-select" id="factor" name="factor">
        <c:forEach var="one" items="${list.factors}"><option value="${one.code()}" ${one == list.search().factor() ? 'selected' : ''}>${msg.text('api-keys.factor.'.concat(one.code()))}</option></c:forEach>
      </select>
    </div>
    <div>
      <label class="form-label" for="order">${msg.text('api-keys.order')}</label>
      <select class="form-select" id="order" name="order">
        <c:forEach var="one" items="${list.orders}"><option value="${one.code()}" ${one == list.search().order() ? 'selected' : ''}>${msg.text('api-keys.order.'.concat(one.code()))}</option></c:forEach>
      </select>
    </div>
    <button class="btn btn-outline-primary">${msg.text('api-keys.search.submit')}</button>
  </form>
  <p><d:keysFound list="${list}"/><c:if test="${list.search().narrows()}"> <a href="${list.path()}">${msg.text('api-keys.search.all')}</a></c:if></p>
</c:if>
