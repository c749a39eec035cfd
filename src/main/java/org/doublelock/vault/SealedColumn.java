package org.doublelock.vault;

import java.util.List;

/**
 * A column that holds sealed secrets, as base64.
 *
 * @param id the column that tells the table's rows apart, a uuid
 * @param owner the column with the uuid that the secret is bound to
 * @param boundTo what stands before that uuid in what the secret is bound to
 */
public record SealedColumn(String table, String column, String id, String owner, String boundTo) {

  /** The rows with a secret in it, in SQL: a deleted key's place is empty, others may be null. */
  String isFilled() {
    return column + " <> ''";
  }

  /** All there are. */
  public static final List<SealedColumn> ALL =
      List.of(
          new SealedColumn("api_key", "sealed_secret", "id", "id", "api_key.sealed_secret:"),
          new SealedColumn(
              "api_key", "sealed_previous_secret", "id", "id", "api_key.sealed_secret:"),
          new SealedColumn(
              "second_factor",
              "sealed_secret",
              "api_key_id",
              "api_key_id",
              "second_factor.sealed_secret:"),
          new SealedColumn(
              "second_factor_enrolment",
              "sealed_secret",
              "api_key_id",
              "api_key_id",
              "second_factor.sealed_secret:"),
          new SealedColumn(
              "account_authenticator",
              "sealed_secret",
              "id",
              "id",
              "account_authenticator.sealed_secret:"),
          new SealedColumn(
              "account_authenticator_enrolment",
              "sealed_secret",
              "account_id",
              "authenticator_id",
              "account_authenticator.sealed_secret:"));
}
