package org.doublelock.apikey;

import java.util.UUID;

/** Identifies one API key inside the application; not the public key that programs send. */
public record ApiKeyId(UUID value) {

  public ApiKeyId {
    if (value == null) {
      throw new IllegalArgumentException("an API key id needs a value");
    }
  }

  public static ApiKeyId random() {
    return new ApiKeyId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
