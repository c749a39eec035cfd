<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('link-over.title')}" here="security">
  <p>${msg.text('link-over.lead')}</p>
  <a class="btn btn-primary" href="/">${msg.text('link-over.home')}</a>
</d:page>
