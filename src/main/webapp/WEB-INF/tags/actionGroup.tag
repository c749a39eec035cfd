<%@ tag description="A group of actions to tick, with what ticks all or none of them; the boxes are the body" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="group" required="true" description="The code of a group of permissions" %>
<%@ attribute name="rank" required="true" description="The class of its heading" %>
<c:set var="name" value="${msg.plain('permission-group.'.concat(group))}"/>
<fieldset class="mb-4" data-group>
  <legend class="${rank}"><c:out value="${name}"/></legend>
  <p class="presets" hidden><button type="button" class="btn btn-sm btn-outline-secondary" data-tick="on" aria-label="${msg.text('named', name, msg.plain('enrolment.actions.all'))}">${msg.text('enrolment.actions.all')}</button><button type="button" class="btn btn-sm btn-outline-secondary" data-tick="" aria-label="${msg.text('named', name, msg.plain('enrolment.actions.no'))}">${msg.text('enrolment.actions.no')}</button></p>
  <jsp:doBody/>
</fieldset>
