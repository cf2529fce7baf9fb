-- which incident a post answers, and what was agreed and done after a review, is only ever added to
create trigger post_answer_append_only before update, delete on post_answer for each row call 'org.imprimatur.history.AppendOnly';
create trigger incident_action_append_only before update, delete on incident_action for each row call 'org.imprimatur.history.AppendOnly';
create trigger incident_action_done_append_only before update, delete on incident_action_done for each row call 'org.imprimatur.history.AppendOnly';
