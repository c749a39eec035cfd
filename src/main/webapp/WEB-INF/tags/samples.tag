<%@ tag description="Calls written out in several languages, one of which is shown" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="of" required="true" type="java.util.List" description="CodeSamples" %>
<%-- Radio buttons, since they show one of several without a script. --%>
<fieldset class="samples">
<legend class="visually-hidden">${msg.text('samples.language')}</legend>
<c:forEach var="sample" items="${of}" varStatus="at"><input class="visually-hidden" type="radio" name="sample" id="sample-${at.index}" ${at.first ? 'checked' : ''}><label for="sample-${at.index}">${sample.language()}</label></c:forEach>
<c:forEach var="sample" items="${of}"><div class="sample"><pre tabindex="0" data-copy><code><c:out value="${sample.code()}"/></code></pre></div></c:forEach>
</fieldset>
