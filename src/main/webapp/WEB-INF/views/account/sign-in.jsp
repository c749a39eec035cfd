<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('sign-in.title')}">
  <d:form action="/sign-in">
    <input type="hidden" name="next" value="<c:out value="${next}"/>">
    <d:field name="userName" label="sign-in.user-name" value="${userName}" autocomplete="username"/>
    <d:field name="password" label="sign-in.password" type="password" autocomplete="current-password"/>
    <button class="btn btn-primary">${msg.text('sign-in.submit')}</button>
  </d:form>
</d:page>
