<%@ tag description="A key's description, which leads to its page, and the beginning of its public key" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="key" required="true" type="org.doublelock.secondfactor.web.KeyRow" %>
<a href="/api-keys/${key.id()}"><bdi><c:out value="${key.description()}"/></bdi></a>
<c:if test="${not key.enabled()}"><span class="badge text-bg-secondary">${msg.text('api-keys.disabled')}</span></c:if>
<code class="d-block fw-normal"><c:out value="${key.publicKey()}"/></code>
