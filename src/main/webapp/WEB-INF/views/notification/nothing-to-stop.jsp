<d:page title="${msg.plain('nothing-to-stop.title')}" step="true" here="two-factor">
  <p>${msg.text('nothing-to-stop.key', subject)}</p>
  <p>${msg.text('nothing-to-stop.lead')}</p>
  <a class="btn btn-primary" href="/security/two-factor">${msg.text('sign-in.submit')}</a>
</d:page>
