-- Which signed-in session began a setup, and which one completed it: the hash of the session's token, as in
-- open_session. No foreign key: a session that has ended is nobody's any more, and so is what it began.
alter table second_factor_enrolment add column begun_by varchar(64);
alter table account_authenticator_enrolment add column begun_by varchar(64);
alter table second_factor add column set_up_by varchar(64);
alter table account_authenticator add column set_up_by varchar(64);
