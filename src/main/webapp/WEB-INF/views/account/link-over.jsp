<d:page title="${msg.plain('link-over.title')}" here="security">
  <p>${msg.text('link-over.lead')}</p>
  <a class="btn btn-primary" href="/">${msg.text('link-over.home')}</a>
</d:page>
