<%@ tag description="A key's second factor: its switch, by which method and since when" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="key" required="true" type="org.doublelock.secondfactor.web.KeyRow" %>
<form method="get" action="/api-keys/${key.id()}/second-factor/${key.on ? 'removal' : 'enrolment'}">
<button class="switch" role="switch" aria-checked="${key.on}" aria-label="${msg.text('two-factor.switch', key.description())}"><span class="switch-text" aria-hidden="true">${key.on ? msg.text('two-factor.on') : msg.text('two-factor.off')}</span></button>
</form>
<c:if test="${key.on}">
<span class="d-block">${msg.text('second-factor.'.concat(key.method()))}</span>
<small class="d-block text-body-secondary">${msg.text('two-factor.since')} <d:time value="${key.since()}"/></small>
</c:if>
<d:shortfall key="${key}" link="true"/>
