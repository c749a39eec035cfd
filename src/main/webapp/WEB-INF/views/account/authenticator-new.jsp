<d:page title="${msg.plain(replaced == null ? 'authenticator.new' : 'authenticator.replace')}" here="two-factor">
  <p>${msg.text('authenticator.new.lead')}</p>
  <c:if test="${replaced != null}"><p>${msg.text('authenticator.replace.explained', replaced.name())}</p></c:if>
  <d:form action="/security/authenticators">
    <c:if test="${replaced != null}"><input type="hidden" name="replaces" value="${replaced.id()}"></c:if>
    <d:field name="name" label="authenticator.name" hint="authenticator.name.hint" value="${name}"/>
    <d:confirmation/>
    <button class="btn btn-primary">${msg.text('authenticator.continue')}</button>
    <a class="btn btn-link" href="/security/two-factor">${msg.text('cancel')}</a>
  </d:form>
</d:page>
