<%@ tag description="A length of time in words: whole hours as hours" pageEncoding="UTF-8" %>
<%@ attribute name="value" required="true" type="java.lang.Long" %>
${value % 60 == 0 ? msg.text('unlock.hours', value / 60) : msg.text('unlock.minutes', value)}
