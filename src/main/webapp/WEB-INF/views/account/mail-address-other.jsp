<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('mail-address.other')}" here="security">
  <p>${msg.text('mail-address.other.lead', person.name, address)}</p>
  <a class="btn btn-primary" href="/security/mail-address">${msg.text('mail-address.title')}</a>
</d:page>
