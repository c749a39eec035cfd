<%@ tag description="The fields of an API key, to create and to edit" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="anew" type="java.lang.Boolean" description="Whether the key is made, and presets are offered" %>
<d:field name="description" label="api-key.description" hint="api-key.description.hint" value="${form.text('description')}"/>
<fieldset class="mb-4" <d:describedBy field="permission" hint="permission-hint"/>>
  <legend class="h5">${msg.text('api-key.permissions')}</legend>
  <p class="form-text" id="permission-hint">${msg.text('api-key.permissions.hint')}</p>
  <d:fieldsetError name="permission"/>
  <c:if test="${anew and presets.size() > 1}">
    <div class="presets" role="group" aria-label="${msg.text('preset.label')}">
      <span class="text-body-secondary">${msg.text('preset.label')}:</span>
      <c:forEach var="preset" items="${presets}"><button class="btn btn-sm btn-outline-secondary" name="preset" value="${preset.key.code()}" data-ticks="<c:forEach var="code" items="${preset.value}">${code} </c:forEach>">${msg.text('preset.'.concat(preset.key.code()))}</button></c:forEach>
    </div>
  </c:if>
  <c:forEach var="group" items="${permissionGroups}">
    <fieldset class="mb-3">
      <legend class="h6">${msg.text('permission-group.'.concat(group.key.code()))}</legend>
<%-- At the margin: the form has eleven of these, with every blank in them. --%>
<c:forEach var="permission" items="${group.value}">
<div class="form-check">
<input class="form-check-input" type="checkbox" name="permission" value="${permission.code()}" id="permission-${permission.code()}" aria-describedby="permission-${permission.code()}-hint" ${form.grants(permission) ? 'checked' : ''}>
<label class="form-check-label" for="permission-${permission.code()}">${msg.text('permission.'.concat(permission.code()))}</label>
<div class="form-text" id="permission-${permission.code()}-hint">${msg.text('permission.'.concat(permission.code()).concat('.explained'))}<c:if test="${permission.risk() == 'MOVES_FUNDS_AWAY'}"> <strong class="text-danger">${msg.text('permission.risk.moves-funds')}</strong></c:if><c:if test="${permission.risk() == 'TRADES'}"> <strong>${msg.text('permission.risk.trades')}</strong></c:if></div>
</div>
</c:forEach>
    </fieldset>
  </c:forEach>
</fieldset>
<details class="mb-4" ${form.limited || errors.any ? 'open' : ''}>
  <summary>${msg.text('api-key.limits')}</summary>
  <div class="mt-3">
    <c:set var="addressesError" value="${errors.of('addresses')}"/>
    <div class="mb-3">
      <label class="form-label" for="addresses">${msg.text('api-key.addresses')}</label>
      <div class="form-text" id="addresses-hint">${msg.text('api-key.addresses.hint')}</div>
      <textarea class="form-control ${addressesError != null ? 'is-invalid' : ''}" id="addresses" name="addresses" rows="3" spellcheck="false" <d:describedBy field="addresses" hint="addresses-hint"/> <c:if test="${addressesError != null}">aria-invalid="true"</c:if> <c:if test="${errors.first('addresses')}">autofocus</c:if>><c:out value="${form.text('addresses')}"/></textarea>
      <c:if test="${addressesError != null}"><div class="invalid-feedback" id="addresses-error" role="alert"><c:out value="${addressesError}"/></div></c:if>
    </div>
    <d:field name="expires" type="date" label="api-key.expires" hint="api-key.expires.hint" value="${form.text('expires')}"/>
    <d:field name="queryFrom" type="date" label="api-key.query-from" hint="api-key.query-from.hint" value="${form.text('queryFrom')}"/>
    <d:field name="queryTo" type="date" label="api-key.query-to" value="${form.text('queryTo')}"/>
    <d:field name="nonceWindow" label="api-key.nonce-window" hint="api-key.nonce-window.hint" value="${form.text('nonceWindow')}" inputmode="numeric"/>
  </div>
</details>
