-- one task may decide two things, each in a row of its own; the old rule had a name that H2 made up
execute immediate (select 'alter table post_decision drop constraint "' || c.constraint_name || '"'
  from information_schema.table_constraints c
  join information_schema.key_column_usage k on k.constraint_name = c.constraint_name and k.constraint_schema = c.constraint_schema
  where lower(c.table_name) = 'post_decision' and c.constraint_type = 'UNIQUE' and lower(k.column_name) = 'task_id');
alter table post_decision add constraint post_decision_once_a_task unique (task_id, task);

create trigger partner_append_only before update, delete on partner for each row call 'org.imprimatur.history.AppendOnly';
create trigger partner_end_append_only before update, delete on partner_end for each row call 'org.imprimatur.history.AppendOnly';
create trigger post_full_route_append_only before update, delete on post_full_route for each row call 'org.imprimatur.history.AppendOnly';
create trigger breaking_notice_append_only before update, delete on breaking_notice for each row call 'org.imprimatur.history.AppendOnly';
