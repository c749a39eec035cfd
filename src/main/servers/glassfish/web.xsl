<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ee="https://jakarta.ee/xml/ns/jakartaee">
  <xsl:import href="../web.xsl"/>
  <!-- It stands in glassfish-resources.xml. -->
  <xsl:template match="ee:data-source"/>
</xsl:stylesheet>
