<d:page title="${msg.plain('sign-in.factor.title')}">
  <c:choose>
    <c:when test="${withoutApp and passkeyPrompt.offered}">
      <p>${msg.text(byProvider ? 'sign-in.factor.lead.provider' : 'sign-in.factor.lead.passkey', identityProvider.name)}</p>
      <d:form action="/sign-in/second-factor">
        <input type="hidden" name="passkey">
        <d:passkey label="passkey.use" into="passkey" first="true"/>
        <d:field name="code" label="sign-in.factor.recovery-code" hint="sign-in.factor.recovery-code.hint"/>
        <button class="btn btn-outline-primary">${msg.text('sign-in.submit')}</button>
        <a class="btn btn-link" href="/sign-in">${msg.text('cancel')}</a>
      </d:form>
    </c:when>
    <c:when test="${withoutApp}">
      <p>${msg.text(byProvider ? 'sign-in.factor.lead.provider' : 'sign-in.factor.lead.elsewhere', identityProvider.name)}</p>
      <d:form action="/sign-in/second-factor">
        <d:field name="code" label="sign-in.factor.recovery-code" hint="sign-in.factor.recovery-code.hint" autofocus="true"/>
        <button class="btn btn-primary">${msg.text('sign-in.submit')}</button>
        <a class="btn btn-link" href="/sign-in">${msg.text('cancel')}</a>
      </d:form>
    </c:when>
    <c:otherwise>
      <p>${msg.text(byProvider ? 'sign-in.factor.lead.provider' : 'sign-in.factor.lead', identityProvider.name)}</p>
      <d:form action="/sign-in/second-factor">
        <d:field name="code" label="sign-in.factor.code" hint="sign-in.factor.hint" autocomplete="one-time-code" autofocus="true"/>
        <c:if test="${passkeyPrompt.offered}">
          <input type="hidden" name="passkey">
          <d:passkey label="passkey.use" into="passkey"/>
        </c:if>
        <button class="btn btn-primary">${msg.text('sign-in.submit')}</button>
        <a class="btn btn-link" href="/sign-in">${msg.text('cancel')}</a>
      </d:form>
    </c:otherwise>
  </c:choose>
  <details class="mt-4">
    <summary>${msg.text(withoutApp ? 'sign-in.factor.lost.passkey' : 'sign-in.factor.lost')}</summary>
    <p>${msg.text('sign-in.factor.lost.explained')} <a href="/help/lost-device">${msg.text('help.lost-device.title')}</a></p>
  </details>
</d:page>
