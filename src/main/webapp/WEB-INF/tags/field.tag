<%@ tag description="A labelled input with its hint and its error" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" description="A message key" %>
<%@ attribute name="type" %>
<%@ attribute name="value" %>
<%@ attribute name="hint" description="A message key" %>
<%@ attribute name="autocomplete" %>
<%@ attribute name="inputmode" %>
<%@ attribute name="autofocus" type="java.lang.Boolean" description="Whether the page begins here" %>
<%@ attribute name="unit" description="What the label names in brackets" %>
<c:set var="error" value="${errors.of(name)}"/>
<div class="mb-3">
  <label class="form-label" for="${name}">${msg.text(label, empty unit ? '' : unit)}</label>
  <c:if test="${not empty hint}"><div class="form-text" id="${name}-hint">${msg.text(hint)}</div></c:if>
  <input class="form-control ${error != null ? 'is-invalid' : ''}" id="${name}" name="${name}" type="${empty type ? 'text' : type}"
    value="<c:out value="${empty value and type != 'password' ? errors.typed(name) : value}"/>" autocomplete="${empty autocomplete ? 'off' : autocomplete}"
    <c:if test="${not empty inputmode}">inputmode="${inputmode}"</c:if>
    <c:if test="${error != null}">aria-invalid="true"</c:if>
    <c:if test="${errors.first(name) or autofocus}">autofocus</c:if>
    <d:describedBy hint="${empty hint ? '' : name.concat('-hint')}" field="${name}"/>>
  <c:if test="${error != null}"><div class="invalid-feedback" id="${name}-error" role="alert"><c:out value="${error}"/> <d:about field="${name}"/></div></c:if>
</div>
