<%@ tag description="Says whose a mailed link is, where another account is signed in" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="whose" required="true" description="The user name of the account that it is about; empty where that is not known" %>
<c:if test="${not empty person.name and not empty whose and person.name != whose}"><div class="alert alert-warning">${msg.text('link.other', whose, person.name)}</div></c:if>
