<d:page title="${msg.plain('menu.settings')}" here="settings">
  <p class="lead">${msg.text('settings.lead')}</p>
  <div class="panel"><d:looks/></div>
</d:page>
