<d:page title="${msg.plain('enrolment.password')}" here="two-factor" step="true">
  <p class="steps">${msg.text('enrolment.step', 2, 3, key.description())}</p>
  <p>${msg.text('enrolment.password.rule', shortest)}</p>
  <d:form action="${base}/confirm/password">
    <c:if test="${begun != null}"><input type="hidden" name="begun" value="${begun}"></c:if>
    <d:savedUnder name="${person.name} - ${key.description()}"/>
    <d:field name="password" label="enrolment.password.new" type="password" autocomplete="new-password"/>
    <d:field name="repeated" label="enrolment.password.repeated" type="password" autocomplete="new-password"/>
    <button class="btn btn-primary">${msg.text('confirm')}</button>
  </d:form>
  <d:wizardWays base="${base}"/>
</d:page>
