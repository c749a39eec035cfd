<d:page title="${msg.plain('mail-request.sent')}" step="true">
  <p>${msg.text(sent)}</p>
  <p>${msg.text('mail-request.not-there')}</p>
  <a class="btn btn-primary" href="/sign-in">${msg.text('mail-request.back')}</a>
</d:page>
