-- When the wrong guesses at a secret are forgotten, in epoch milliseconds; right ones between them leave it as it is.
-- second_factor.failures and second_factor.locked_until are unused from here on: the row that decides calls counts for all doors.
alter table api_key_call_state add column guesses_forgotten_at bigint default 0 not null;

alter table sign_in_state add column forgotten_at bigint default 0 not null;
alter table sign_in_state add column factor_forgotten_at bigint default 0 not null;
alter table known_browser add column forgotten_at bigint default 0 not null;

-- Recovery codes and passkeys, which cannot be guessed, are counted apart.
alter table sign_in_state add column unguessable_failures integer default 0 not null;
alter table sign_in_state add column unguessable_locked_until bigint default 0 not null;
alter table sign_in_state add column unguessable_forgotten_at bigint default 0 not null;
