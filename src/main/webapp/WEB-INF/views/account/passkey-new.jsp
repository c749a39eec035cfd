<d:page title="${msg.plain('passkey.new')}" here="two-factor">
  <p>${msg.text('passkey.new.lead')}</p>
  <d:form action="/security/passkeys/new">
    <d:field name="name" label="passkey.name" hint="passkey.name.hint" value="${name}"/>
    <input type="hidden" name="credential">
    <d:passkey label="passkey.create" create="true" into="credential" cancel="/security/two-factor"/>
  </d:form>
</d:page>
