-- All actions that could be ticked when the factor's were, one a line: what came later is asked for too. Nodes of the release before leave it null, which means
-- that the ticked ones alone are.
alter table second_factor add column offered_actions varchar(100000);
