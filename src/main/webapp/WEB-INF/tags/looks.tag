<%@ tag description="The choice of the language and of the look" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<form method="post" action="/language" class="looks" aria-labelledby="language-label">
  <input type="hidden" name="${forms.field}" value="${forms.token}">
  <input type="hidden" name="back" value="<c:out value="${look.path}"/>">
  <span id="language-label">${msg.text('language.label')}</span>
  <c:forEach var="language" items="${look.languages}"><button name="language" value="${language.code()}" lang="${language.code()}" aria-pressed="${language.code() == msg.language}">${language.name()}</button></c:forEach>
</form>
<form method="post" action="/theme" class="looks" aria-labelledby="theme-label">
  <input type="hidden" name="${forms.field}" value="${forms.token}">
  <input type="hidden" name="back" value="<c:out value="${look.path}"/>">
  <span id="theme-label">${msg.text('theme.label')}</span>
  <c:forEach var="theme" items="${look.themes}"><button name="theme" value="${theme}" aria-pressed="${theme == look.theme}">${look.name(theme)}</button></c:forEach>
</form>
