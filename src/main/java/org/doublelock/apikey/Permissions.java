package org.doublelock.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every permission that a key can be given here: those that ship, and those declared. */
@ApplicationScoped
public class Permissions {

  private final SortedSet<Permission> all = new TreeSet<>();
  private final List<PermissionSource.Declared> declared = new ArrayList<>();

  protected Permissions() {
    // for the CDI proxy
  }

  @Inject
  public Permissions(@Any Instance<PermissionSource> sources) {
    this((Iterable<PermissionSource>) sources);
  }

  /**
   * Without a container.
   *
   * @throws IllegalStateException when two permissions have one code
   */
  public Permissions(Iterable<PermissionSource> sources) {
    boolean alone = false;
    for (PermissionSource source : sources) {
      declared.addAll(source.permissions());
      alone |= source.isAlone();
    }
    if (!alone) {
      all.addAll(Permission.builtIn());
    }
    declared.forEach(one -> add(one.permission()));
  }

  private void add(Permission permission) {
    if (Permission.fromCode(permission.code()).isPresent() || !all.add(permission)) {
      throw new IllegalStateException("two permissions are called " + permission.code());
    }
  }

  public Optional<Permission> find(String code) {
    return all.stream().filter(permission -> permission.code().equals(code)).findFirst();
  }

  /** All of them in the order of pages, by group; groups without any are left out. */
  public Map<PermissionGroup, List<Permission>> byGroup() {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Permission::group,
                () -> new EnumMap<>(PermissionGroup.class),
                Collectors.toList()));
  }

  /** What these come to, in short. */
  public Access access(Set<Permission> granted) {
    return Access.of(granted, all);
  }

  /**
   * What a new key can begin with: each preset that differs from the one before, with its codes.
   */
  public Map<Preset, List<String>> presets() {
    Map<Preset, List<String>> presets = new EnumMap<>(Preset.class);
    for (Preset preset : Preset.values()) {
      List<String> codes = preset.of(all);
      if (!codes.isEmpty() && !presets.containsValue(codes)) {
        presets.put(preset, codes);
      }
    }
    return presets;
  }

  /** The words of declared permissions as message patterns, by language and then by key. */
  public Map<String, Map<String, String>> messages() {
    Map<String, Map<String, String>> messages = new HashMap<>();
    for (PermissionSource.Declared one : declared) {
      String key = "permission." + one.permission().code();
      one.names().forEach((language, text) -> put(messages, language, key, text));
      one.explanations()
          .forEach((language, text) -> put(messages, language, key + ".explained", text));
    }
    return messages;
  }

  private static void put(
      Map<String, Map<String, String>> messages, String language, String key, String text) {
    String pattern = text.replace("'", "''").replace("{", "'{'");
    messages.computeIfAbsent(language, code -> new HashMap<>()).put(key, pattern);
  }
}
