package org.doublelock.races;

import java.util.function.Consumer;

/** Each act on a key and on a setup, with what has to be there before. */
enum KeyAct {
  EDIT(OneKey::enrolled, OneKey::edit),
  ROLL(OneKey::enrolled, OneKey::roll),
  DISABLE(OneKey::enrolled, OneKey::disable),
  ENABLE(OneKey::disabled, OneKey::enable),
  DELETE(OneKey::enrolled, OneKey::delete),
  FREEZE(OneKey::enrolled, OneKey::freeze),
  BEGIN_SETUP(OneKey::look, OneKey::beginPassword),
  BEGIN_REPLACEMENT(OneKey::enrolled, OneKey::beginPassword),
  CONFIRM_CODE(OneKey::begun, OneKey::confirm),
  CONFIRM_PASSWORD(OneKey::passwordBegun, OneKey::confirmPassword),
  SWITCH_ON(OneKey::confirmed, OneKey::complete),
  REPLACE(OneKey::replacementConfirmed, OneKey::complete),
  SWITCH_OFF(OneKey::enrolled, OneKey::switchOff),
  ASK_REMOVAL(OneKey::enrolled, OneKey::lose),
  STOP_REMOVAL(OneKey::removalAsked, OneKey::stopRemoval),
  CARRY_OUT_REMOVAL(OneKey::removalAsked, OneKey::carryOutRemoval),
  UNLOCK(OneKey::enrolled, OneKey::grant),
  CHOOSE_UNLOCKING(OneKey::enrolled, OneKey::choose),
  LOCK_NOW(OneKey::unlocked, OneKey::lockNow);

  final Consumer<OneKey> before;
  final Consumer<OneKey> act;

  KeyAct(Consumer<OneKey> before, Consumer<OneKey> act) {
    this.before = before;
    this.act = act;
  }

  /** Whether there is nothing left for it to do, and nobody to be told so, once another came. */
  boolean isQuietWhenOvertaken() {
    return this == STOP_REMOVAL || this == CARRY_OUT_REMOVAL || this == LOCK_NOW;
  }
}
