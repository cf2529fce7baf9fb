-- freezes, what went up and who was away are part of the record
create trigger post_freeze_append_only before update, delete on post_freeze for each row call 'org.imprimatur.history.AppendOnly';
create trigger post_freeze_lift_append_only before update, delete on post_freeze_lift for each row call 'org.imprimatur.history.AppendOnly';
create trigger escalation_append_only before update, delete on escalation for each row call 'org.imprimatur.history.AppendOnly';
create trigger absence_append_only before update, delete on absence for each row call 'org.imprimatur.history.AppendOnly';
create trigger absence_end_append_only before update, delete on absence_end for each row call 'org.imprimatur.history.AppendOnly';
create trigger task_takeover_append_only before update, delete on task_takeover for each row call 'org.imprimatur.history.AppendOnly';
