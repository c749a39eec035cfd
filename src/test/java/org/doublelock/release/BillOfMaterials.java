package org.doublelock.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Evidence;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.component.evidence.Occurrence;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.util.LicenseResolver;

/**
 * The list of parts in CycloneDX's form, which Maven's plugin has made of what the build names: to
 * it is added what those libraries hold.
 */
final class BillOfMaterials {

  private static final String SERVER = "payara-micro";
  private static final Version FORM = Version.VERSION_16;

  private final Bom bom;

  private BillOfMaterials(Bom bom) {
    this.bom = bom;
  }

  static BillOfMaterials read(Path json) throws ParseException {
    Bom bom = new JsonParser().parse(json.toFile());
    if (bom.getMetadata() != null) {
      bom.getMetadata().setTimestamp(null); // of this moment, where the plugin wrote none
    }
    return new BillOfMaterials(bom);
  }

  /**
   * Adds each library: to the one that the list has already, where it is that one, else to the
   * server, in which all others lie.
   */
  void add(List<Part> parts) {
    for (Part part : parts) {
      Component component = find(part).orElseGet(() -> addToServer(part));
      component.setEvidence(at(part.location()));
      part.inside().forEach(each -> component.addComponent(component(each)));
    }
  }

  private Optional<Component> find(Part part) {
    return part.coordinates()
        .flatMap(
            coordinates ->
                bom.getComponents().stream()
                    .filter(
                        each ->
                            coordinates.group().equals(each.getGroup())
                                && coordinates.artifact().equals(each.getName())
                                && coordinates.version().equals(each.getVersion()))
                    .findFirst());
  }

  private Component addToServer(Part part) {
    Component added = component(part, List.of());
    bom.getComponents().stream()
        .filter(each -> SERVER.equals(each.getName()))
        .findFirst()
        .orElseThrow()
        .addComponent(added);
    return added;
  }

  private static Component component(Part part) {
    return component(part, part.inside());
  }

  private static Component component(Part part, List<Part> inside) {
    Component component = new Component();
    component.setType(Component.Type.LIBRARY);
    component.setName(part.name());
    part.version().ifPresent(component::setVersion);
    part.coordinates()
        .ifPresent(
            coordinates -> {
              component.setGroup(coordinates.group());
              component.setPurl(coordinates.purl());
            });
    component.setBomRef(
        part.sha256().isPresent() ? part.location() : part.location() + "#" + component.getPurl());
    part.sha256().ifPresent(hash -> component.addHash(new Hash(Hash.Algorithm.SHA_256, hash)));
    if (!part.licences().isEmpty()) {
      component.setLicenses(licences(part.licences()));
    }
    component.setEvidence(at(part.location()));
    inside.forEach(each -> component.addComponent(component(each)));
    return component;
  }

  private static Evidence at(String location) {
    Occurrence occurrence = new Occurrence();
    occurrence.setLocation(location);
    Evidence evidence = new Evidence();
    evidence.setOccurrences(new ArrayList<>(List.of(occurrence)));
    return evidence;
  }

  /** By their names in SPDX where they have one. */
  private static LicenseChoice licences(List<String> told) {
    LicenseChoice all = new LicenseChoice();
    for (String each : told) {
      LicenseChoice known = LicenseResolver.resolve(each, false);
      if (known != null && known.getLicenses() != null && !known.getLicenses().isEmpty()) {
        known.getLicenses().forEach(all::addLicense);
      } else {
        License other = new License();
        other.setName(each);
        all.addLicense(other);
      }
    }
    return all;
  }

  /**
   * Writes it as JSON and as XML.
   *
   * @throws IllegalStateException if it is not as CycloneDX's schema has it
   */
  void write(Path json, Path xml) throws IOException, GeneratorException, ParseException {
    String text = BomGeneratorFactory.createJson(FORM, bom).toJsonString();
    List<ParseException> wrong = new JsonParser().validate(text, FORM);
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong.toString());
    }
    Files.writeString(json, text);
    Files.writeString(xml, BomGeneratorFactory.createXml(FORM, bom).toXmlString());
  }
}
