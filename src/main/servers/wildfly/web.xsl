<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ee="https://jakarta.ee/xml/ns/jakartaee"
                xmlns="https://jakarta.ee/xml/ns/jakartaee" exclude-result-prefixes="ee">
  <xsl:import href="../web.xsl"/>
  <!-- Its listener is not Grizzly's. -->
  <xsl:template match="ee:listener"/>
  <!-- It stands in doublelock-ds.xml, where names can only begin in this way. -->
  <xsl:template match="ee:data-source">
    <resource-ref>
      <res-ref-name>java:app/jdbc/doublelock</res-ref-name>
      <res-type>javax.sql.DataSource</res-type>
      <lookup-name>java:jboss/datasources/doublelock</lookup-name>
    </resource-ref>
  </xsl:template>
</xsl:stylesheet>
