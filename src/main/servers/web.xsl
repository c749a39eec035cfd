<?xml version="1.0" encoding="UTF-8"?>
<!-- web.xml for servers other than Payara: without Payara's expressions and properties, and with health checks of our own. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ee="https://jakarta.ee/xml/ns/jakartaee"
                xmlns="https://jakarta.ee/xml/ns/jakartaee" exclude-result-prefixes="ee">
  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="ee:servlet[1]">
    <servlet>
      <servlet-name>health</servlet-name>
      <servlet-class>org.doublelock.server.HealthServlet</servlet-class>
    </servlet>
    <servlet-mapping>
      <servlet-name>health</servlet-name>
      <url-pattern>/health/*</url-pattern>
    </servlet-mapping>
    <xsl:copy-of select="."/>
  </xsl:template>
</xsl:stylesheet>
