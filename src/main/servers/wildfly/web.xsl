<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ee="https://jakarta.ee/xml/ns/jakartaee"
                xmlns="https://jakarta.ee/xml/ns/jakartaee" exclude-result-prefixes="ee">
  <xsl:import href="../web.xsl"/>
  <!-- WildFly leaves expressions in web.xml as they are unless it is told otherwise. -->
  <xsl:template match="ee:data-source/ee:property"/>
  <xsl:template match="ee:min-pool-size/text() | ee:initial-pool-size/text()">2</xsl:template>
  <xsl:template match="ee:max-pool-size/text()">32</xsl:template>
</xsl:stylesheet>
