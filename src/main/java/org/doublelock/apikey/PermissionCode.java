package org.doublelock.apikey;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Permissions are stored by their wire code. */
@Converter
public class PermissionCode implements AttributeConverter<Permission, String> {

  @Override
  public String convertToDatabaseColumn(Permission permission) {
    return permission == null ? null : permission.code();
  }

  @Override
  public Permission convertToEntityAttribute(String code) {
    return code == null
        ? null
        : Permission.fromCode(code)
            .orElseThrow(() -> new IllegalStateException("no permission is called " + code));
  }
}
