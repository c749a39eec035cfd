<%@ tag description="A form that carries the token against forged and repeated requests" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="action" required="true" %>
<%@ attribute name="cssClass" %>
<%@ attribute name="unsaved" type="java.lang.Boolean" description="Whether leaving it changed and unsent is asked about" %>
<%@ attribute name="page" description="The page that the form stands on, where it was drawn in answer to another form" %>
<%@ attribute name="aside" type="java.lang.Boolean" description="Whether the page is about another form, and so is what is wrong" %>
<%@ attribute name="said" type="java.lang.Boolean" description="Whether the page has said elsewhere what is wrong" %>
<form method="post" action="<c:out value="${action}"/>" class="${cssClass}" novalidate ${unsaved ? 'data-unsaved' : ''}>
  <input type="hidden" name="${forms.field}" value="${forms.token}">
  <c:if test="${not aside and not empty person.name}"><input type="hidden" name="_page" value="<c:out value="${empty page ? look.path : page}"/>"><input type="hidden" name="_who" value="<c:out value="${person.name}"/>"></c:if>
  <c:if test="${not aside and not said}"><d:formError/></c:if>
  <jsp:doBody/>
</form>
