<%@ tag description="What an error means and what to do, as a row of the help" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="key" required="true" description="Of its messages" %>
<%@ attribute name="place" required="true" description="Where links to it lead" %>
<%@ attribute name="topic" description="The code of the topic that says more" %>
<tr id="${place}" tabindex="-1">
  <th scope="row" data-label="${msg.text('help.errors.error')}"><jsp:doBody/></th>
  <td data-label="${msg.text('help.errors.meaning')}">${msg.text(helpScope.key(key.concat('.meaning')))}</td>
  <td data-label="${msg.text('help.errors.remedy')}">${msg.text(helpScope.key(key.concat('.remedy')))}
    <c:if test="${not empty topic}"><small class="d-block">${msg.text('help.see-also')}: <a href="/help/${topic}">${msg.text('help.'.concat(topic).concat('.title'))}</a></small></c:if>
  </td>
</tr>
