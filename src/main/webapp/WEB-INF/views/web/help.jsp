<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<d:page title="${msg.plain('help.title')}" here="help">
  <p class="lead">${msg.text('help.lead')}</p>
  <h2>${msg.text('help.risk')}</h2>
  <p>${msg.text('help.risk.leak')}</p>
  <p>${msg.text('help.risk.limits')}</p>
  <h2>${msg.text('help.otp')}</h2>
  <p>${msg.text('help.otp.field')}</p>
  <ul>
    <li>${msg.text('help.otp.app')}</li>
    <li>${msg.text('help.otp.password')}</li>
  </ul>
  <p>${msg.text('help.otp.strict')}</p>
  <h2>${msg.text('help.change')}</h2>
  <p>${msg.text('help.change.at-once')}</p>
  <p>${msg.text('help.change.refused')} <code>EAPI:Invalid signature</code></p>
  <p>${msg.text('help.change.locked')}</p>
  <p>${msg.text('help.change.replace')}</p>
  <h2>${msg.text('help.lost')}</h2>
  <p>${msg.text('help.lost.new-key')}</p>
  <p>${msg.text('help.lost.thief')}</p>
  <p><a href="/help/clients">${msg.text('help.clients.title')}</a></p>
</d:page>
