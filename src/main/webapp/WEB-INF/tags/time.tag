<%@ tag description="An instant, written out, with the exact one on hover; no line ends after it, so that a full stop can follow" pageEncoding="UTF-8" %>
<%@ attribute name="value" required="true" type="java.time.Instant" %>
<time datetime="${times.exact(value)}" title="${times.exact(value)}">${times.text(value)}</time>