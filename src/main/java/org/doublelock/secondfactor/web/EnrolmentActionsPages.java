package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.doublelock.account.signin.web.FreshlyConfirmed;
import org.doublelock.apikey.ApiKey;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.policy.DemandedFactors;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.unlocking.SetupCompletion;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.unlocking.UnlockChoices;
import org.doublelock.unlocking.UnlockPolicy;
import org.doublelock.unlocking.web.UnlockChoiceForm;
import org.doublelock.unlocking.web.UnlockLengths;

/**
 * The wizard's third step: which actions ask for the factor. Its form turns the factor on. In place
 * of another it begins with what holds, so that nobody who only moves to a new phone loosens a key.
 */
@Controller
@RequestScoped
@FreshlyConfirmed
@Path(EnrolmentWizard.PATH + EnrolmentWizard.ACTIONS)
@Produces("text/html")
public class EnrolmentActionsPages extends KeyPages {

  @Inject private EnrolmentWizard wizard;
  @Inject private SetupCompletion setup;
  @Inject private FunctionRegistry functions;
  @Inject private ActionPolicy policy;
  @Inject private DemandedFactors demanded;
  @Inject private UnlockPolicy unlocking;
  @Inject private UnlockChoices unlockChoices;
  @Inject private AwaitedCalls awaited;

  @GET
  public Response actions() {
    ApiKey key = owned();
    Optional<Enrolment> standing = wizard.standing(key);
    if (standing.isEmpty() || !(standing.get() instanceof Enrolment.Confirmed confirmed)) {
      return wizard.toDueFromLooking(key);
    }
    Map<String, List<String>> kept = refused.recall(path(key), errors);
    if (!kept.isEmpty()) {
      models.put("ticked", Set.copyOf(kept.getOrDefault("action", List.of())));
      models.put("strict", !kept.getOrDefault("strict", List.of()).isEmpty());
    } else {
      factors.of(key.id()).ifPresent(replaced -> showInForce(key, replaced));
    }
    wizard.show(key);
    models.put("method", confirmed.method().code());
    models.put("unfolded", errors.isAny());
    showUnlocking(unlockChoices.suggested(key.id(), confirmed.method()), kept);
    models.put("unlockLengths", UnlockLengths.upTo(unlocking.longest()));
    showActions(models.get("ticked", Set.class));
    return Response.ok("secondfactor/actions.jsp").build();
  }

  @POST
  public Response complete(MultivaluedMap<String, String> sent) {
    UnlockChoiceForm unlock = new UnlockChoiceForm(sent);
    String strict = sent.getFirst("strict");
    ApiKey key = owned();
    if (wizard.isChanged(key, sent.getFirst("begun"))) {
      return wizard.changed(key);
    }
    Set<String> actions = new ActionChoice(functions).known(sent.getOrDefault("action", List.of()));
    List<String> missing =
        demanded.actions(key.permissions()).stream()
            .filter(required -> !actions.contains(required))
            .toList();
    if (policy.appliesSelection() && actions.isEmpty()) {
      errors.add("action", "enrolment.actions.none");
    } else if (!missing.isEmpty()) {
      errors.add("action", "enrolment.actions.required", String.join(", ", missing));
    }
    Map<String, List<String>> kept = new HashMap<>();
    kept.put("action", List.copyOf(actions));
    kept.put("strict", strict == null ? List.of() : List.of(strict));
    if (errors.isAny()) {
      kept.putAll(unlock.typed());
      return refused.sendBack(path(key), errors, kept);
    }
    return switch (outcome(key, actions, strict != null, unlock)) {
      case ON -> {
        awaited.await(key.id(), clock.instant());
        yield wizard.to(key, EnrolmentWizard.DONE);
      }
      case NOTHING_CONFIRMED -> wizard.toDue(key);
      case CHOICE_CHANGED -> {
        // what was ticked about unlocking is not kept: it would take back what was changed
        errors.add("", "enrolment.unlock-changed");
        yield refused.sendBack(path(key), errors, kept);
      }
    };
  }

  private SetupCompletion.Outcome outcome(
      ApiKey key, Set<String> actions, boolean strict, UnlockChoiceForm unlock) {
    return setup.complete(
        key.id(),
        person.session(),
        new ChosenActions(actions, Optional.of(new ActionChoice(functions).all())),
        strict,
        unlock.seen(),
        unlock.choice(unlocking),
        clock.instant());
  }

  /**
   * What another factor begins with: what holds for the one before, and what is required by now.
   */
  private void showInForce(ApiKey key, SecondFactor replaced) {
    Set<String> ticked = new ActionChoice(functions).all();
    ticked.removeIf(action -> !replaced.actions().ask(action));
    ticked.addAll(demanded.actions(key.permissions()));
    models.put("ticked", ticked);
    models.put("strict", replaced instanceof SecondFactor.Totp app && app.strictCodes());
  }

  /** What is suggested, or what was ticked on a page that was sent back, as old as that was. */
  private void showUnlocking(UnlockChoice suggested, Map<String, List<String>> kept) {
    boolean ticked = kept.containsKey("seen");
    UnlockChoiceForm typed = new UnlockChoiceForm(kept);
    models.put("unlockChoice", ticked ? typed.choice(unlocking) : suggested);
    models.put("seen", ticked ? typed.seen() : suggested.mark());
  }

  /** All actions, and in words which of them ask for the factor; without a choice yet, all do. */
  private void showActions(Set<?> ticked) {
    ActionChoice choice = new ActionChoice(functions);
    models.put("actionGroups", choice.byGroup());
    models.put("asked", inWords(choice.all(), action -> ticked == null || ticked.contains(action)));
    models.put(
        "never", inWords(choice.all(), action -> ticked != null && !ticked.contains(action)));
  }

  private static String inWords(Set<String> actions, Predicate<String> included) {
    return actions.stream().filter(included).collect(Collectors.joining(", "));
  }

  private static String path(ApiKey key) {
    return EnrolmentWizard.base(key) + EnrolmentWizard.ACTIONS;
  }
}
