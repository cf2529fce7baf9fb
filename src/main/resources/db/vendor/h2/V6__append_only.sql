-- the record only grows: no row of these tables is ever changed or deleted
create trigger account_change_append_only before update, delete on account_change for each row call 'org.imprimatur.history.AppendOnly';
create trigger post_revision_append_only before update, delete on post_revision for each row call 'org.imprimatur.history.AppendOnly';
create trigger post_decision_append_only before update, delete on post_decision for each row call 'org.imprimatur.history.AppendOnly';
create trigger post_slot_append_only before update, delete on post_slot for each row call 'org.imprimatur.history.AppendOnly';
create trigger post_release_append_only before update, delete on post_release for each row call 'org.imprimatur.history.AppendOnly';
create trigger post_act_append_only before update, delete on post_act for each row call 'org.imprimatur.history.AppendOnly';
create trigger post_ending_append_only before update, delete on post_ending for each row call 'org.imprimatur.history.AppendOnly';
create trigger item_comment_append_only before update, delete on item_comment for each row call 'org.imprimatur.history.AppendOnly';
create trigger trail_append_only before update, delete on trail for each row call 'org.imprimatur.history.AppendOnly';
