<d:page title="${msg.plain('enrolment.actions')}" here="two-factor" step="true">
  <p class="steps">${msg.text('enrolment.step', 3, 3, key.description())}</p>
  <p>${msg.text(actionPolicy.appliesSelection() ? 'enrolment.actions.selected' : 'enrolment.actions.all-calls.'.concat(method))}</p>
  <d:form action="${base}/actions">
    <c:if test="${begun != null}"><input type="hidden" name="begun" value="${begun}"></c:if>
    <c:choose>
      <c:when test="${actionPolicy.appliesSelection()}">
        <d:fieldsetError name="action"/>
        <p class="alert alert-info" role="status" data-preview="${msg.text('enrolment.actions.preview', '{asked}', '{never}')}" data-every="${msg.text('enrolment.actions.preview.every')}" data-none="${msg.text('enrolment.actions.preview.none')}">${msg.text(empty asked ? 'enrolment.actions.preview.none' : empty never ? 'enrolment.actions.preview.every' : 'enrolment.actions.preview', asked, never)}</p>
        <d:actionGroups groups="${actionGroups}" ticked="${ticked}"/>
        <d:setupOptions/>
      </c:when>
      <c:otherwise>
        <details class="mb-4" ${unfolded ? 'open' : ''}>
          <summary>${msg.text('enrolment.options')}</summary>
          <div class="mt-3">
            <d:setupOptions/>
            <p>${msg.text('enrolment.actions.kept')}</p>
            <d:actionGroups groups="${actionGroups}" ticked="${ticked}"/>
          </div>
        </details>
      </c:otherwise>
    </c:choose>
    <button class="btn btn-primary">${msg.text('confirm')}</button>
  </d:form>
  <d:wizardWays base="${base}"/>
</d:page>
