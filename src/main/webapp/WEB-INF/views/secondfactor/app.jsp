<d:page title="${msg.plain('enrolment.app')}" here="two-factor" step="true">
  <p class="steps">${msg.text('enrolment.step', 2, 3, key.description())}</p>
  <d:scanAndType picture="${qr}" key="${setupKey}" entry="${entry}" uri="${provisioningUri}">
    <d:form action="${base}/confirm/code">
      <c:if test="${begun != null}"><input type="hidden" name="begun" value="${begun}"></c:if>
      <d:field name="code" label="enrolment.code" hint="enrolment.code.hint" autocomplete="one-time-code" inputmode="numeric"/>
      <button class="btn btn-primary">${msg.text('confirm')}</button>
    </d:form>
  </d:scanAndType>
  <d:wizardWays base="${base}"/>
</d:page>
