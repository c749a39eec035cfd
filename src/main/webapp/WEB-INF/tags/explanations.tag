<%@ tag description="A table of errors in the help" pageEncoding="UTF-8" %>
<%@ attribute name="label" required="true" description="The id of its heading" %>
<table class="table stack-table even-table explanations" aria-labelledby="${label}">
  <thead>
    <tr>
      <th scope="col">${msg.text('help.errors.error')}</th>
      <th scope="col">${msg.text('help.errors.meaning')}</th>
      <th scope="col">${msg.text('help.errors.remedy')}</th>
    </tr>
  </thead>
  <tbody><jsp:doBody/></tbody>
</table>
