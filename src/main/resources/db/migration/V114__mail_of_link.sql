-- The queued mail that a link was made for, which may be composed more than once; null where links are not counted, and from nodes of the release before.
alter table mailed_link add column mail_id uuid;
