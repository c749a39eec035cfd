package org.doublelock.notification;

import java.util.ArrayList;
import java.util.List;
import org.doublelock.activity.EventDetail;
import org.doublelock.activity.EventDetail.Opened;

/** What a mail says about a key that was unlocked, a line for each thing. */
record UnlockedFacts(MailWords words, String language) {

  /** Nothing where the event says nothing of it. */
  List<String> of(EventDetail told) {
    List<String> facts = new ArrayList<>();
    told.opened().ifPresent(opened -> facts.addAll(of(opened)));
    told.calls().ifPresent(calls -> facts.add(text("mail.unlocked.calls", calls)));
    return facts;
  }

  private List<String> of(Opened opened) {
    List<String> facts = new ArrayList<>();
    facts.add(text("mail.unlocked.until", words.time(language, opened.until())));
    facts.add(
        opened.address().isEmpty()
            ? text("mail.unlocked.from-any")
            : text("mail.unlocked.from", opened.address()));
    if (!opened.most().isEmpty()) {
      facts.add(text("mail.unlocked.most", opened.most()));
    }
    String count = text("mail.unlocked.actions", opened.actions());
    String rest = opened.namesSome() ? ", …" : "";
    facts.add(opened.named().isEmpty() ? count : count + ": " + opened.named() + rest);
    return facts;
  }

  private String text(String key, Object... arguments) {
    return words.text(language, key, arguments);
  }
}
