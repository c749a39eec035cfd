<%@ tag description="From when on a key is refused, since 2FA is required for it, and what leads to it" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="key" required="true" type="org.doublelock.secondfactor.web.KeyRow" %>
<%@ attribute name="link" required="true" type="java.lang.Boolean" %>
<c:if test="${key.shortfall() != null}">
<div class="alert ${key.shortfall().inForce() ? 'alert-danger' : 'alert-warning'} mt-2">
<p class="mb-1">${msg.text(key.shortfall().inForce() ? 'two-factor.required.refused' : 'two-factor.required.from')} <d:time value="${key.shortfall().from()}"/>.<c:if test="${key.on}"> ${msg.text('two-factor.required.unasked', key.unasked)}</c:if></p>
<c:if test="${link}"><a href="/api-keys/${key.id()}/second-factor/enrolment" aria-label="${msg.text('named', msg.plain(key.on ? 'two-factor.replace' : 'two-factor.required.switch-on'), key.description())}">${msg.text(key.on ? 'two-factor.replace' : 'two-factor.required.switch-on')}</a></c:if>
</div>
</c:if>
