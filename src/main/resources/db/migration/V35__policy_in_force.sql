-- which version of the social media policy was in force when a step was done, and when each case of an item began:
-- written with them, so that a later version changes nothing of what was. Steps from before have none
alter table history_step add column policy_version varchar(64);

create table history_case (
  case_id        varchar(64)  not null primary key,
  reference      varchar(64)  not null,
  definition     varchar(128) not null,
  policy_version varchar(64)  not null,
  began_at       timestamp(6) not null
);
create index history_case_reference on history_case (reference);
