package org.doublelock.web.form;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** A response on its way out, of which a copy is kept of what no redirect would say. */
final class RecordedResponse extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private ServletOutputStream stream;
  private PrintWriter writer;

  RecordedResponse(HttpServletResponse response) {
    super(response);
  }

  /** What was sent, as far as it may be sent once more: no cookie, which was for one answer. */
  KeptAnswer keep() {
    if (writer != null) {
      writer.flush();
    }
    return new KeptAnswer(getStatus(), getHeader("Location"), getContentType(), copy.toByteArray());
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      stream = new Both(super.getOutputStream(), copy);
    }
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      Charset charset = Charset.forName(getCharacterEncoding());
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
    }
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    super.flushBuffer();
  }

  private static final class Both extends ServletOutputStream {
    private final ServletOutputStream out;
    private final ByteArrayOutputStream copy;

    Both(ServletOutputStream out, ByteArrayOutputStream copy) {
      super();
      this.out = out;
      this.copy = copy;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      copy.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      copy.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
