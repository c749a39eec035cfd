<%@ tag description="What is wrong with a form that has several faults, each leading to its field" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:if test="${errors.several}">
  <section class="alert alert-danger" aria-labelledby="faults-heading">
    <h2 class="h6" id="faults-heading">${msg.text('faults.heading', errors.byField.size())}</h2>
    <ul class="mb-0">
      <c:forEach var="fault" items="${errors.byField}">
        <li><c:choose><c:when test="${empty fault.key}"><c:out value="${fault.value}"/></c:when><c:otherwise><a href="#${fault.key}"><c:out value="${fault.value}"/></a></c:otherwise></c:choose></li>
      </c:forEach>
    </ul>
  </section>
</c:if>
