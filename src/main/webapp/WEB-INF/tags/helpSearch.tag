<%@ tag description="The field that searches the help" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="question" %>
<form method="get" action="/help" role="search" class="mb-4">
  <label class="form-label" for="q">${msg.text('help.search')}</label>
  <div class="form-text" id="q-hint">${msg.text('help.search.hint')}</div>
  <div class="search">
    <input class="form-control" type="search" id="q" name="q" value="<c:out value="${question}"/>" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="q-hint">
    <button class="btn btn-primary">${msg.text('help.search.submit')}</button>
  </div>
</form>
