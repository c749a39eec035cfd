package org.doublelock.web.look;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file that browsers may keep for good: its content, packed once, and the mark of that content.
 */
final class StaticFile {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webp", "image/webp",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private static final int MARK_LENGTH = 16;

  private final String type;
  private final String mark;
  private final byte[] content;
  private final byte[] packed;

  private StaticFile(String type, byte[] content) {
    this.type = type;
    this.content = content.clone();
    this.mark = DigestUtils.sha256Hex(content).substring(0, MARK_LENGTH);
    this.packed = pack(content);
  }

  /** Empty when it is not of a kind that pages are made of. */
  static Optional<StaticFile> of(String name, byte[] content) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(TYPES.get(ending)).map(type -> new StaticFile(type, content));
  }

  String type() {
    return type;
  }

  /** 16 hexadecimal digits that another content would not have. */
  String mark() {
    return mark;
  }

  /** The strong {@code ETag} of one of its two forms: other bytes have another one (RFC 9110). */
  String tag(boolean inPackedForm) {
    return "\"" + mark + (inPackedForm ? "-gzip" : "") + "\"";
  }

  byte[] content() {
    return content.clone();
  }

  /** The content in gzip's form, where that is shorter. */
  Optional<byte[]> packed() {
    return packed.length < content.length ? Optional.of(packed.clone()) : Optional.empty();
  }

  private static byte[] pack(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new Thorough(bytes)) {
      packing.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Packed once and sent often: as small as it gets. */
  private static final class Thorough extends GZIPOutputStream {
    Thorough(ByteArrayOutputStream bytes) throws IOException {
      super(bytes);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
