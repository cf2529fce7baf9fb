-- which incident a post answers, and what was agreed and done after a review, is only ever added to
create trigger post_answer_append_only before update or delete on post_answer for each row execute function refuse_change();
create trigger incident_action_append_only before update or delete on incident_action for each row execute function refuse_change();
create trigger incident_action_done_append_only before update or delete on incident_action_done for each row execute function refuse_change();
