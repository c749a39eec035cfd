<%@ tag description="A button that has the browser make or ask a passkey, and sends its answer with the form" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="label" required="true" description="A message key" %>
<%@ attribute name="create" type="java.lang.Boolean" %>
<%@ attribute name="first" type="java.lang.Boolean" description="Whether it is what the page asks for" %>
<%@ attribute name="into" required="true" description="The name of the field that takes the answer" %>
<%@ attribute name="cancel" description="Where not doing it leads, if the button is the page's last" %>
<div class="mb-3" data-passkey="${create ? 'create' : 'get'}" data-into="${into}" data-options="<c:out value="${create ? passkeyPrompt.creation : passkeyPrompt.request}"/>">
  <button type="button" class="btn ${create or first ? 'btn-primary' : 'btn-outline-primary'}" hidden>${msg.text(label)}</button>
  <c:if test="${not empty cancel}"><a class="btn btn-link" href="${cancel}">${msg.text('cancel')}</a></c:if>
  <p class="text-danger" role="alert" data-state="failed" hidden>${msg.text('passkey.failed')}</p>
  <p class="text-danger" role="alert" data-state="cancelled" hidden>${msg.text('passkey.cancelled')}</p>
  <p class="text-danger" role="alert" data-state="registered" hidden>${msg.text('passkey.registered')}</p>
  <p role="status" data-state="answered" hidden>${msg.text('passkey.answered')}</p>
  <p data-state="elsewhere" hidden>${msg.text('passkey.elsewhere', passkeyPrompt.address)}</p>
  <p data-state="unable" hidden>${msg.text('passkey.unable')}</p>
  <p data-state="without-script">${msg.text('passkey.script')}</p>
</div>
<script src="/static/themes/paper/passkey.js" type="module"></script>
