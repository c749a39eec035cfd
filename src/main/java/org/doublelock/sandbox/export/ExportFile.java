package org.doublelock.sandbox.export;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one file: a table in a zip. */
record ExportFile(EntityManager database, Export export) {

  /** The most rows that a file has. */
  private static final int MAX = 200_000;

  private static final int PAGE = 1_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(export.report().code() + export.format().ending()));
      table(zip);
      zip.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void table(ZipOutputStream zip) throws IOException {
    List<Report.Column> columns = export.report().columns(export.fields()).orElseThrow();
    line(zip, columns.stream().map(Report.Column::name).toList());
    TypedQuery<Object[]> query =
        database
            .createQuery(export.report().query(columns), Object[].class)
            .setParameter("account", export.account())
            .setParameter("after", export.after())
            .setParameter("until", export.last())
            .setMaxResults(PAGE);
    for (int from = 0; from < MAX; from += PAGE) {
      List<Object[]> rows = query.setFirstResult(from).getResultList();
      for (Object[] row : rows) {
        line(zip, Arrays.stream(row).map(ExportFile::text).toList());
      }
      if (rows.size() < PAGE) {
        return;
      }
    }
  }

  private void line(ZipOutputStream zip, List<String> fields) throws IOException {
    zip.write(export.format().line(fields).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Object value) {
    if (value instanceof Instant time) {
      return TIME.format(time);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Enum<?> code
        ? code.name().toLowerCase(Locale.ROOT)
        : String.valueOf(value);
  }
}
