<d:page title="${msg.plain('stopped.title')}" step="true" here="two-factor">
  <p>${msg.text('stopped.key', subject)}</p>
  <p>${msg.text('stopped.lead')}</p>
  <a class="btn btn-primary" href="/sign-in">${msg.text('sign-in.submit')}</a>
</d:page>
