package org.doublelock.apikey.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.apikey.Permissions;
import org.doublelock.apikey.Restrictions;
import org.doublelock.web.form.FieldErrors;
import org.junit.jupiter.api.Test;

/** What becomes of a key that is edited where a permission's declaration is away. */
class ApiKeyFormTest extends KeyOnH2 {

  private static final Permission AWAY =
      Permission.declared("sell-shells", PermissionGroup.OTHER, Permission.Risk.READS);

  @Test
  void a_permission_that_no_form_here_shows_stays_and_one_that_was_unticked_goes() {
    Set<Permission> held = Set.of(Permission.QUERY_FUNDS, Permission.WITHDRAW_FUNDS, AWAY);
    assertEquals(Set.of(Permission.QUERY_FUNDS, AWAY), ticked(held, "query-funds"));
  }

  @Test
  void a_key_that_has_no_other_needs_no_other() {
    assertEquals(Set.of(AWAY), ticked(Set.of(AWAY)));
  }

  /** What a key with those is given by a form with these ticked. */
  private Set<Permission> ticked(Set<Permission> held, String... codes) {
    keys.edit(key, new Description("a key"), held, Restrictions.none(), NOW);
    ApiKey now = transactions.in(() -> keys.find(key.id())).orElseThrow();
    ApiKeyForm form = ApiKeyForm.of(now);
    form.tick(List.of(codes));
    return form.read(new Permissions(List.of()), new FieldErrors() {}, Optional.of(now), NOW)
        .orElseThrow()
        .permissions();
  }
}
