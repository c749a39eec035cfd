<d:page title="${msg.plain('sign-in.factor.title')}" here="two-factor" step="true">
  <p>${msg.text('step-up.lead')}</p>
  <d:form action="/security/step-up">
    <input type="hidden" name="next" value="<c:out value="${next}"/>">
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('authenticator.continue')}</button>
    <a class="btn btn-link" href="/security/two-factor">${msg.text('cancel')}</a>
  </d:form>
</d:page>
