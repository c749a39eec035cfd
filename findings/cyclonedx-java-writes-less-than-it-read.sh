#!/usr/bin/env bash
# cyclonedx-core-java 12.2.0: a valid list of parts is read, and what is written of it is less, not valid, or an exception.
#
# One would guess that the library of the CycloneDX project gives back what it read: it has its schemas, and is asked here for
# the same version, 1.6. Which part implements which ("provides") is lost, and so are the name and the other side of a
# service's data and how to reproduce a vulnerability. An issue without a name and a source, which need not have them, comes
# out with four nulls, which the library's own validation refuses. As XML properties of the whole list are an exception, and
# of a licence with its terms and a URL the elements are in the wrong order. Metadata without a time get that of the reading,
# so that one file read twice is two.
#
# Why it matters: whatever filters, joins or converts lists passes them through this library. Validate what was written, not
# what was read, compare the two, and set the time to null before writing.
#
# Seen on 2026-11-30 with the version below, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.cyclonedx</groupId><artifactId>cyclonedx-core-java</artifactId><version>12.2.0</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > There.java <<'JAVA'
import static java.nio.charset.StandardCharsets.UTF_8;

import org.cyclonedx.Version;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.parsers.*;

class There {
  static final Version FORM = Version.VERSION_16;
  static final String HEAD = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,";

  static String valid(Parser parser, String text) throws Exception {
    return parser.validate(text.getBytes(UTF_8), FORM).isEmpty() ? "valid" : "NOT VALID";
  }

  static void andBack(String what, String part) throws Exception {
    String text = HEAD + part.replace('\'', '"') + "}";
    System.out.println(what + ": " + valid(new JsonParser(), text));
    Bom bom = new JsonParser().parse(text.getBytes(UTF_8));
    String json = BomGeneratorFactory.createJson(FORM, bom).toJsonString();
    String start = HEAD.substring(0, HEAD.length() - 1);
    String written = json.replaceAll("\\s+(?=([^\"]*\"[^\"]*\")*[^\"]*$)", "").substring(start.length()).replaceAll("^,|}$", "").replace('"', '\'')
        .replaceAll("'timestamp':'[^']*'", "'timestamp':(now)");
    System.out.println("  JSON, " + valid(new JsonParser(), json) + ": " + (written.equals(part) ? "the same" : part + " -> " + written));
    try {
      System.out.println("  XML, " + valid(new XmlParser(), BomGeneratorFactory.createXml(FORM, bom).toXmlString()));
    } catch (Exception failed) {
      System.out.println("  XML: " + failed.getClass().getSimpleName());
    }
  }

  public static void main(String[] none) throws Exception {
    andBack("parts", "'components':[{'type':'library','bom-ref':'a','name':'a','version':'1'}]");
    andBack("who provides what", "'components':[" + "abc".replaceAll(".", "{'type':'library','bom-ref':'$0','name':'$0'},").replaceAll(",$", "")
        + "],'dependencies':[{'ref':'a','dependsOn':['c'],'provides':['b']}]");
    andBack("data of a service", "'services':[{'name':'s','data':[{'classification':'PII','flow':'inbound','name':'users','source':['https://s.example']}]}]");
    andBack("proof", "'vulnerabilities':[{'id':'V-1','proofOfConcept':{'reproductionSteps':'start it'}}]");
    andBack("issue", "'components':[{'type':'library','name':'a','releaseNotes':{'type':'major','resolves':[{'type':'defect','id':'1'}]}}]");
    andBack("properties", "'properties':[{'name':'stage','value':'test'}]");
    andBack("licence", "'components':[{'type':'library','name':'a','licenses':[{'license':{'name':'Ours','licensing':{'altIds':['x']},'url':'https://s.example/l'}}]}]");
    andBack("metadata", "'metadata':{'authors':[{'name':'A'}]}");
  }
}
JAVA

cat > expected <<'TXT'
parts: valid
  JSON, valid: the same
  XML, valid
who provides what: valid
  JSON, valid: 'components':[{'type':'library','bom-ref':'a','name':'a'},{'type':'library','bom-ref':'b','name':'b'},{'type':'library','bom-ref':'c','name':'c'}],'dependencies':[{'ref':'a','dependsOn':['c'],'provides':['b']}] -> 'components':[{'type':'library','bom-ref':'a','name':'a'},{'type':'library','bom-ref':'b','name':'b'},{'type':'library','bom-ref':'c','name':'c'}],'dependencies':[{'ref':'a','dependsOn':['c']}]
  XML, valid
data of a service: valid
  JSON, valid: 'services':[{'name':'s','data':[{'classification':'PII','flow':'inbound','name':'users','source':['https://s.example']}]}] -> 'services':[{'name':'s','data':[{'classification':'PII','flow':'inbound'}]}]
  XML, valid
proof: valid
  JSON, valid: 'vulnerabilities':[{'id':'V-1','proofOfConcept':{'reproductionSteps':'start it'}}] -> 'vulnerabilities':[{'id':'V-1'}]
  XML, valid
issue: valid
  JSON, NOT VALID: 'components':[{'type':'library','name':'a','releaseNotes':{'type':'major','resolves':[{'type':'defect','id':'1'}]}}] -> 'components':[{'type':'library','name':'a','releaseNotes':{'type':'major','resolves':[{'type':'defect','id':'1','name':null,'description':null,'source':null,'references':null}]}}]
  XML, valid
properties: valid
  JSON, valid: the same
  XML: GeneratorException
licence: valid
  JSON, valid: the same
  XML, NOT VALID
metadata: valid
  JSON, valid: 'metadata':{'authors':[{'name':'A'}]} -> 'metadata':{'timestamp':(now),'authors':[{'name':'A'}]}
  XML, valid
TXT
ls lib | grep cyclonedx
timeout 100 java -cp 'lib/*' There.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
