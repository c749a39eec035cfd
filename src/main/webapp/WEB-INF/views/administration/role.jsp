<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('operator.role')}" here="operator">
  <p>${msg.text('operator.role.over', identityProvider.name)}</p>
  <d:form action="/sign-in/provider">
    <input type="hidden" name="next" value="/operator/accounts">
    <button class="btn btn-primary">${msg.text('sign-in.provider', identityProvider.name)}</button>
  </d:form>
</d:page>
