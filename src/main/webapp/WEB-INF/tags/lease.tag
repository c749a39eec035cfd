<%@ tag description="Until when a key is unlocked and within what, and the button that locks it; where it may be unlocked, the way to that" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="line" required="true" type="org.doublelock.unlocking.web.LeaseLine" %>
<%@ attribute name="key" required="true" description="The key's id" %>
<%@ attribute name="description" required="true" %>
<c:choose>
<c:when test="${line.open}">
<div class="alert alert-warning mt-2">
<p><strong class="d-block">${msg.text('unlock.until')} <d:time value="${line.until()}"/></strong><c:choose><c:when test="${line.address() != null}">${msg.text('unlock.from-address', line.address())}</c:when><c:otherwise>${msg.text('unlock.from-any')}</c:otherwise></c:choose>, <c:out value="${line.what()}"/><c:if test="${line.left() != null}">, ${msg.text('unlock.left', line.left())}</c:if>. ${msg.text('unlock.uses', line.uses())} <span data-remaining="${line.until()}" data-words="${msg.text('unlock.remaining', '{time}')}">${msg.text('unlock.remaining', line.remaining())}</span></p>
<d:form action="/api-keys/${key}/unlock/end" aside="true"><button class="btn btn-primary" aria-label="${msg.text('named', msg.plain('unlock.end'), description)}">${msg.text('unlock.end')}</button></d:form>
</div>
</c:when>
<c:when test="${line.offered()}"><a class="d-block" href="/api-keys/${key}/unlock" aria-label="${msg.text('named', msg.plain('unlock.title'), description)}">${msg.text('unlock.title')}</a></c:when>
</c:choose>
