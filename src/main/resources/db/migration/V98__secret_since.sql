-- Since when the current secret of a key has been in use; null for one that was never rolled.
alter table api_key add column secret_since timestamp(6) with time zone;
