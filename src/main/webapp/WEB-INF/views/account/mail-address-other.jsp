<d:page title="${msg.plain('mail-address.other')}" here="security">
  <p>${msg.text('mail-address.other.lead', person.name, address)}</p>
  <a class="btn btn-primary" href="/security/mail-address">${msg.text('mail-address.title')}</a>
</d:page>
