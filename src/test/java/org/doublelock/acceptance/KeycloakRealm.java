package org.doublelock.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;

/** The realm of {@link Keycloak}: a client as docs/identity-provider.md has it, and a role. */
final class KeycloakRealm {

  static final String NAME = "people";
  static final String CLIENT = "doublelock";
  static final String OPERATOR_ROLE = "doublelock-operator";

  /** What docs/identity-provider.md has of those who may use the site. */
  static final String EVERYBODYS_ROLE = "people-with-keys";

  private KeycloakRealm() {}

  /**
   * The realm, as Keycloak imports it, with a client that signs.
   *
   * @param app where the application is, ending in a slash
   * @param certificate of the client, in PEM
   */
  static JsonObject sendingBackTo(URI app, String certificate) {
    JsonObjectBuilder client =
        Json.createObjectBuilder()
            .add("clientId", CLIENT)
            .add("protocol", "openid-connect")
            .add("publicClient", false)
            .add("clientAuthenticatorType", "client-jwt")
            .add("standardFlowEnabled", true)
            .add("directAccessGrantsEnabled", false)
            .add(
                "redirectUris",
                Json.createArrayBuilder().add(app.resolve("/sign-in/provider/callback").toString()))
            .add(
                "attributes",
                Json.createObjectBuilder()
                    .add(
                        "jwt.credential.certificate",
                        certificate.replaceAll("-----.*-----|\\s", ""))
                    .add("pkce.code.challenge.method", "S256")
                    .add("post.logout.redirect.uris", app.resolve("/sign-in").toString())
                    .add("backchannel.logout.url", app.resolve("/back-channel-logout").toString())
                    .add("backchannel.logout.session.required", "true"))
            .add(
                "protocolMappers",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("name", "roles in the ID token")
                            .add("protocol", "openid-connect")
                            .add("protocolMapper", "oidc-usermodel-realm-role-mapper")
                            .add(
                                "config",
                                Json.createObjectBuilder()
                                    .add("claim.name", "realm_access.roles")
                                    .add("jsonType.label", "String")
                                    .add("multivalued", "true")
                                    .add("id.token.claim", "true"))));
    return realm().add("clients", Json.createArrayBuilder().add(client)).build();
  }

  /** The same realm before there is a client in it. */
  static JsonObject withoutClient() {
    return realm().build();
  }

  private static JsonObjectBuilder realm() {
    return Json.createObjectBuilder()
        .add("realm", NAME)
        .add("enabled", true)
        .add("sslRequired", "none")
        .add(
            "roles",
            Json.createObjectBuilder()
                .add(
                    "realm",
                    Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("name", OPERATOR_ROLE))
                        .add(Json.createObjectBuilder().add("name", EVERYBODYS_ROLE))));
  }
}
