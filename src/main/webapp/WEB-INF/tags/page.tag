<%@ tag description="The frame of every page" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="title" required="true" description="The page's heading, plain text" %>
<%@ attribute name="here" description="The entry of the side navigation that this page belongs to" %>
<!DOCTYPE html>
<html lang="${msg.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${msg.text('title.pattern', title)}</title>
  <link rel="stylesheet" href="/static/bootstrap/css/bootstrap.min.css">
  <link rel="stylesheet" href="/static/themes/paper/theme.css">
  <script src="/static/bootstrap/js/bootstrap.bundle.min.js" defer></script>
</head>
<body>
<a class="visually-hidden-focusable" href="#content">${msg.text('skip')}</a>
<header class="border-bottom">
  <div class="container d-flex align-items-center py-2">
    <a class="navbar-brand me-auto" href="/">${msg.text('app.name')}</a>
    <c:if test="${not empty person.name}">
      <details class="account-menu dropdown">
        <summary class="btn btn-light" aria-label="${msg.text('menu.account')}"><c:out value="${person.name}"/></summary>
        <nav class="dropdown-menu dropdown-menu-end show" aria-label="${msg.text('menu.account')}">
          <a class="dropdown-item" href="/security">${msg.text('menu.security')}</a>
          <a class="dropdown-item" href="/api-keys">${msg.text('menu.api-keys')}</a>
          <d:form action="/sign-out"><button class="dropdown-item">${msg.text('menu.sign-out')}</button></d:form>
        </nav>
      </details>
    </c:if>
  </div>
</header>
<div class="container py-4 d-md-flex">
  <c:if test="${not empty person.name}">
    <nav class="side-nav nav flex-md-column me-md-5 mb-3" aria-label="${msg.text('nav.label')}">
      <a class="nav-link" href="/security" ${here == 'security' ? 'aria-current="page"' : ''}>${msg.text('nav.security')}</a>
      <a class="nav-link" href="/security/two-factor" ${here == 'two-factor' ? 'aria-current="page"' : ''}>${msg.text('nav.two-factor')}</a>
      <a class="nav-link" href="/api-keys" ${here == 'api-keys' ? 'aria-current="page"' : ''}>${msg.text('nav.api-keys')}</a>
    </nav>
  </c:if>
  <main id="content" class="content" tabindex="-1">
    <c:if test="${not empty notice.key}">
      <div class="alert alert-success" role="status">${msg.text(notice.key, notice.subject)}</div>
    </c:if>
    <h1><c:out value="${title}"/></h1>
    <jsp:doBody/>
  </main>
</div>
</body>
</html>
