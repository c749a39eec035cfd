<%@ tag description="A QR code, drawn in the page itself" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="d" tagdir="/WEB-INF/tags" %>
<%@ attribute name="picture" required="true" type="org.doublelock.otp.QrPicture" %>
<%@ attribute name="label" required="true" description="A message key" %>
<svg class="qr" width="${picture.pixels()}" height="${picture.pixels()}" viewBox="0 0 ${picture.size()} ${picture.size()}" role="img" aria-label="${msg.text(label)}" shape-rendering="crispEdges">
  <rect width="100%" height="100%" fill="#fff"/>
  <path d="${picture.path()}" fill="#000"/>
</svg>
