<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('activity.title')}" here="activity" wide="true">
  <d:activityFrame page="events">
    <d:events/>
  </d:activityFrame>
</d:page>
