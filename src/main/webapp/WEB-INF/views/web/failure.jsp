<d:page title="${msg.plain(failure.concat('.title'))}" plain="true">
  <p>${msg.text(failure.concat('.text'), incident)}</p>
  <p><a class="btn btn-primary" href="/">${msg.text('failure.home')}</a> <a class="btn btn-link" href="${help}">${msg.text('help.about')}</a></p>
</d:page>
