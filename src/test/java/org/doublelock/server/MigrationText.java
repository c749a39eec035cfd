package org.doublelock.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a migration does to nodes that do not know it.
 *
 * @param statements in small letters, without comments
 * @param unusedSince the migration since which nobody uses what it takes away; none if it does not
 *     say
 */
record MigrationText(List<String> statements, Optional<String> unusedSince) {

  private static final Pattern MARK =
      Pattern.compile("(?m)^-- contracts: \\S.*, unused since V(\\d+)\\s*$");
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  private static final Pattern TEXT = Pattern.compile("'[^']*'");
  private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+).*");

  /** What is about one, no release reads. */
  private static final String DELETED_KEYS =
      "\\(select id from api_key where deleted_at is not null\\)";

  private static final Pattern FLOOR =
      Pattern.compile("update schema_floor set migration = (\\d+) where id = 1");

  static MigrationText of(String sql) {
    String bare =
        TEXT.matcher(COMMENT.matcher(sql).replaceAll(""))
            .replaceAll("''")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ");
    return new MigrationText(
        Stream.of(bare.split(";")).map(String::strip).filter(one -> !one.isEmpty()).toList(),
        MARK.matcher(sql).results().map(found -> found.group(1)).findFirst());
  }

  /** Whether it lets in no node any more that uses what it says that it takes away. */
  boolean raisesTheFloor() {
    return statements.stream()
        .map(FLOOR::matcher)
        .filter(Matcher::matches)
        .anyMatch(raised -> unusedSince.filter(raised.group(1)::equals).isPresent());
  }

  /** The statements that are not known to leave older nodes alone. */
  List<String> taking() {
    Set<String> own =
        statements.stream()
            .map(TABLE::matcher)
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    return statements.stream().filter(one -> !isAdding(one, own)).toList();
  }

  private static boolean isAdding(String statement, Set<String> own) {
    return TABLE.matcher(statement).matches()
        || statement.matches("create index \\w+ on .*")
        || own.stream().anyMatch(table -> isAbout(statement, table))
        || statement.matches("delete from \\w+ where api_key_id in " + DELETED_KEYS)
        || isNewColumn(statement);
  }

  private static boolean isAbout(String statement, String table) {
    return statement.matches("(insert into|update|alter table) " + table + "\\b.*")
        || statement.matches("create unique index \\w+ on " + table + "\\b.*");
  }

  /** One column, that may be left out by whoever does not know it. */
  private static boolean isNewColumn(String statement) {
    return statement.matches(
            "alter table \\w+ add (column )?(?!constraint|primary|unique|check|foreign).*")
        && !statement.matches(".*\\b(unique|check|primary)\\b.*")
        && !statement.matches(".*, ?(add|alter|drop)\\b.*")
        && (!statement.contains("not null") || statement.contains(" default "));
  }
}
