package org.doublelock.server;

import jakarta.mvc.form.FormMethodOverwriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what serves the pages out of a JAX-RS application that has none. Krazo adds itself to every
 * application of a WAR, looks its services up anew in each request and reads each form before us;
 * it leaves alone those that have its view filter already.
 */
public final class WithoutPages {

  private static final String VIEW_FILTER = "org.eclipse.krazo.core.ViewResponseFilter";

  private WithoutPages() {}

  /** To be among the application's classes; none where the server brings no Krazo. */
  public static Set<Class<?>> classes() {
    try {
      return Set.of(
          Class.forName(VIEW_FILTER, false, Thread.currentThread().getContextClassLoader()));
    } catch (ClassNotFoundException anotherServer) {
      return Set.of();
    }
  }

  /** The application's properties, and that no form is read for a method's name in it. */
  public static Map<String, Object> properties(Map<String, Object> own) {
    Map<String, Object> all = new HashMap<>(own);
    all.put(FormMethodOverwriter.FORM_METHOD_OVERWRITE, FormMethodOverwriter.Options.DISABLED);
    return all;
  }
}
