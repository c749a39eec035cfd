package org.doublelock.sandbox;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * Stands in for the JSON binding that Hibernate looks for when it sees the platform's API, and that
 * only a server brings along.
 */
public final class NoJsonColumns implements FormatMapper {

  @Override
  public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
    throw new UnsupportedOperationException("no column holds JSON");
  }

  @Override
  public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
    throw new UnsupportedOperationException("no column holds JSON");
  }
}
