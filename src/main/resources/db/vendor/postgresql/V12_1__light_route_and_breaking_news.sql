-- one task may decide two things, each in a row of its own
alter table post_decision drop constraint post_decision_task_id_key;
alter table post_decision add constraint post_decision_once_a_task unique (task_id, task);

create trigger partner_append_only before update or delete on partner for each row execute function refuse_change();
create trigger partner_end_append_only before update or delete on partner_end for each row execute function refuse_change();
create trigger post_full_route_append_only before update or delete on post_full_route for each row execute function refuse_change();
create trigger breaking_notice_append_only before update or delete on breaking_notice for each row execute function refuse_change();
