-- Whether the account's holder was told of an event of a kind that is told once an hour at most. Nodes of the release before tell and do not note it.
alter table security_event add column told boolean default false not null;
