<%@ tag description="Tells password managers whose the password of this form is; a field of type hidden is none to them" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="name" required="true" description="What they keep it under" %>
<%-- without a name: it is not sent --%><input type="text" autocomplete="username" value="<c:out value="${name}"/>" hidden readonly tabindex="-1">
