-- freezes, what went up and who was away are part of the record
create trigger post_freeze_append_only before update or delete on post_freeze for each row execute function refuse_change();
create trigger post_freeze_lift_append_only before update or delete on post_freeze_lift for each row execute function refuse_change();
create trigger escalation_append_only before update or delete on escalation for each row execute function refuse_change();
create trigger absence_append_only before update or delete on absence for each row execute function refuse_change();
create trigger absence_end_append_only before update or delete on absence_end for each row execute function refuse_change();
create trigger task_takeover_append_only before update or delete on task_takeover for each row execute function refuse_change();
