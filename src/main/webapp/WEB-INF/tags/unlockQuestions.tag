<%@ tag description="Asks whether to unlock a key that was refused for want of a code" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<c:forEach var="asked" items="${unlockQuestions.open}">
  <section class="alert alert-info" aria-label="${msg.text('unlock.asked.label')}">
    <p><small class="d-block"><d:time value="${asked.at()}"/></small>${msg.text('unlock.asked', asked.description(), asked.address(), asked.function())}</p>
    <div class="d-flex gap-3 align-items-baseline">
      <a href="/api-keys/${asked.key()}/unlock">${msg.text('unlock.asked.unlock')}</a>
      <d:form action="/api-keys/${asked.key()}/unlock/not-now" aside="true"><button class="btn btn-link p-0">${msg.text('unlock.asked.not-now')}</button></d:form>
    </div>
  </section>
</c:forEach>
