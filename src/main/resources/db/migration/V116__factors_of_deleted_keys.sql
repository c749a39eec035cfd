-- A deleted key leaves no secret of its second factor behind. No release reads these rows.
delete from second_factor_action where api_key_id in (select id from api_key where deleted_at is not null);
delete from second_factor where api_key_id in (select id from api_key where deleted_at is not null);
delete from second_factor_enrolment where api_key_id in (select id from api_key where deleted_at is not null);
delete from second_factor_removal where api_key_id in (select id from api_key where deleted_at is not null);
