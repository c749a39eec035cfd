<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('menu.settings')}" here="settings">
  <p class="lead">${msg.text('settings.lead')}</p>
  <div class="panel"><d:looks/></div>
</d:page>
