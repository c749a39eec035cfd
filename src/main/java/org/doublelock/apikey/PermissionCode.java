package org.doublelock.apikey;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Permissions are stored by their wire code. A declared one stays with the keys that have it while
 * its declaration is away, and opens nothing then.
 */
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
            .orElseGet(
                () -> Permission.declared(code, PermissionGroup.OTHER, Permission.Risk.READS));
  }
}
