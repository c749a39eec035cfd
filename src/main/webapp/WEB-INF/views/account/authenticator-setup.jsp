<d:page title="${msg.plain('enrolment.app')}" here="two-factor">
  <p class="steps"><bdi><c:out value="${setup.name()}"/></bdi></p>
  <d:scanAndType picture="${qr}" key="${setupKey}" entry="${entry}" uri="${provisioningUri}">
    <d:form action="/security/authenticators/setup">
      <c:if test="${begun != null}"><input type="hidden" name="begun" value="${begun}"></c:if>
      <d:field name="code" label="enrolment.code" hint="enrolment.code.hint" autocomplete="one-time-code" inputmode="numeric"/>
      <button class="btn btn-primary">${msg.text('confirm')}</button>
    </d:form>
  </d:scanAndType>
  <div class="mt-4">
    <d:form action="/security/authenticators/abandon" aside="true"><button class="btn btn-link p-0">${msg.text('authenticator.leave')}</button></d:form>
  </div>
</d:page>
