<d:page title="${msg.plain('security.title')}" here="security" wide="true">
  <p class="lead">${msg.text('status.lead', status.open)}</p>
  <c:if test="${not steps.over}">
    <section class="panel" aria-labelledby="first-steps">
      <h2 id="first-steps" class="h5">${msg.text('first-steps.title')}</h2>
      <ol class="first-steps">
        <d:firstStep name="key" path="/api-keys/new" done="${steps.keyMade()}"/>
        <d:firstStep name="factor" path="/security/two-factor" done="${steps.factorOn()}"/>
        <d:firstStep name="call" path="/help/clients" done="${steps.called()}"/>
      </ol>
    </section>
  </c:if>
  <ul class="status">
    <c:forEach var="line" items="${status.lines()}">
      <li class="${line.level().code()}">
        <div>
          <h2 class="h6">${msg.text(line.title())}</h2>
          <p>${msg.text(line.state(), line.arguments()[0], line.arguments()[1])}</p>
        </div>
        <span class="badge ${line.level() == 'NOW' ? 'text-bg-danger' : line.level() == 'SOON' ? 'text-bg-warning' : line.level() == 'NOTE' ? 'text-bg-secondary' : 'text-bg-success'}">${msg.text('status.level.'.concat(line.level().code()))}</span>
        <a class="btn ${line.level() == 'NOW' ? 'btn-primary' : 'btn-outline-secondary'}" href="${line.path()}">${msg.text(line.step())}</a>
      </li>
    </c:forEach>
  </ul>
</d:page>
