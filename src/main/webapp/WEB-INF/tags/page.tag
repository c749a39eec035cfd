<%@ tag description="The frame of every page" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="title" required="true" description="The page's heading, plain text" %>
<%@ attribute name="here" description="The entry of the side navigation that this page belongs to" %>
<%@ attribute name="wide" type="java.lang.Boolean" description="Whether the content may take the whole width" %>
<%@ attribute name="step" type="java.lang.Boolean" description="Whether this is a step of a longer way, which begins at its heading" %>
<%@ attribute name="refresh" description="Where the page leads on to by itself" %>
<%@ attribute name="once" type="java.lang.Boolean" description="Whether this shows what cannot be seen again: then the frame reads nothing that could fail" %>
<%@ attribute name="plain" type="java.lang.Boolean" description="Whether the frame reads nothing that could fail, since something has" %>
<c:set var="signedIn" value="${not empty person.name}"/>
<%-- what was declared up to here has left empty lines --%>${pageContext.out.clearBuffer()}<!DOCTYPE html>
<html lang="${msg.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${look.title(title)}</title>
  <c:if test="${not empty refresh}"><meta http-equiv="refresh" content="0;url=<c:out value="${refresh}"/>"></c:if>
  <link rel="icon" href="${look.logo}" type="image/svg+xml">
  <c:forEach var="sheet" items="${look.sheets}"><link rel="stylesheet" href="${sheet.address()}" media="${sheet.media()}">
  </c:forEach>
  <script src="${look.script}" type="module"></script>
</head>
<body data-locale="${times.locale}" data-copy-word="${msg.text('copy')}" data-copied-word="${msg.text('copied')}" data-copy-denied-word="${msg.text('copy.denied')}" data-show-word="${msg.text('show')}" data-hide-word="${msg.text('hide')}">
<a class="skip" href="#content">${msg.text('skip')}</a>
<header class="top">
  <div class="frame">
    <a class="wordmark" href="/"><img src="${look.logo}" alt="" width="28" height="28">${look.appName}</a>
    <c:if test="${signedIn}">
      <details class="account-menu">
        <summary><bdi><c:out value="${person.name}"/></bdi></summary>
        <nav aria-label="${msg.text('menu.account')}">
          <a href="/security">${msg.text('menu.security')}</a>
          <a href="/api-keys">${msg.text('menu.api-keys')}</a>
          <a href="/activity">${msg.text('menu.activity')}</a>
          <a href="/settings">${msg.text('menu.settings')}</a>
          <c:if test="${operators.include(person.name) or provided.operator}"><a href="/operator/accounts">${msg.text('menu.operator')}</a></c:if>
          <c:if test="${mailSettings.areShownTo(person.name)}"><a href="/mails">${msg.text('menu.mails')}</a></c:if>
          <c:if test="${not plain}"><d:form action="/sign-out" aside="true"><button>${msg.text('menu.sign-out')}</button></d:form></c:if>
        </nav>
      </details>
    </c:if>
  </div>
</header>
<div class="frame body ${signedIn ? '' : here == 'help' ? 'alone reading' : 'alone'}">
  <c:if test="${signedIn}">
    <nav class="side-nav" aria-label="${msg.text('nav.label')}">
      <a href="/security" ${here == 'security' ? 'aria-current="page"' : ''}>${msg.text('nav.security')}</a>
      <a href="/security/two-factor" ${here == 'two-factor' ? 'aria-current="page"' : ''}>${msg.text('nav.two-factor')}</a>
      <a href="/api-keys" ${here == 'api-keys' ? 'aria-current="page"' : ''}>${msg.text('nav.api-keys')}</a>
      <a href="/activity" ${here == 'activity' ? 'aria-current="page"' : ''}>${msg.text('nav.activity')}</a>
      <a href="/test-a-key" ${here == 'test-key' ? 'aria-current="page"' : ''}>${msg.text('nav.test-key')}</a>
      <c:if test="${operators.include(person.name) or provided.operator}"><a href="/operator/accounts" ${here == 'operator' ? 'aria-current="page"' : ''}>${msg.text('menu.operator')}</a></c:if>
      <c:if test="${mailSettings.areShownTo(person.name)}"><a href="/mails" ${here == 'mails' ? 'aria-current="page"' : ''}>${msg.text('menu.mails')}</a></c:if>
    </nav>
  </c:if>
  <main id="content" class="content ${wide ? 'wide' : ''}" tabindex="-1">
    <c:if test="${signedIn and not plain}">
      <c:if test="${not once}">
        <d:unlockQuestions/>
        <c:forEach var="call" items="${firstCalls.take()}"><div class="alert alert-success" role="status">${msg.text('first-call.came', call.description())} <d:time value="${call.at()}"/></div></c:forEach>
      </c:if>
      <%-- taken last: what fails before it leaves it for the next page --%><c:set var="said" value="${notice.take()}"/>
      <c:if test="${said != null}"><div class="alert alert-success" role="status">${msg.text(said.key(), said.subject())}</div></c:if>
    </c:if>
    <h1 <c:if test="${step and not errors.any}">tabindex="-1" autofocus</c:if>><c:out value="${title}"/></h1>
    <d:faults/>
    <jsp:doBody/>
  </main>
</div>
<footer class="bottom">
  <div class="frame">
    <c:if test="${not empty look.footer}"><p class="m-0">${look.footer}</p></c:if>
    <a href="/help" ${here == 'help' ? 'aria-current="page"' : ''}>${msg.text('nav.help')}</a>
    <c:if test="${(not plain or failure == 'failure.404') and here != 'settings'}"><d:looks/></c:if>
  </div>
</footer>
</body>
</html>
