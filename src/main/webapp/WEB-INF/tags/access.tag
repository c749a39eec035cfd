<%@ tag description="What a key may do, in short; that it may withdraw is marked" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="of" required="true" type="org.doublelock.apikey.Access" %>
${msg.text('access.'.concat(of.extent().code()), of.granted(), of.of())}<c:if test="${of.withdraws()}"> <span class="badge text-bg-warning">${msg.text('access.withdraws')}</span></c:if>
