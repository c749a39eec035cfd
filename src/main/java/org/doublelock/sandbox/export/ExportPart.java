package org.doublelock.sandbox.export;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A piece of a zipped file, in base64. */
@Entity
@Table(name = "exchange_export_part")
class ExportPart {

  /** The most characters that one has. */
  static final int MAX = 400_000;

  /** Which file's, and which piece of it. */
  @Embeddable
  record Id(@Column(name = "export_id") String export, int number) {}

  @EmbeddedId private Id id;

  @Column(length = MAX)
  private String content;

  protected ExportPart() {
    // for JPA
  }

  ExportPart(String export, int number, String content) {
    this.id = new Id(export, number);
    this.content = content;
  }

  String content() {
    return content;
  }
}
