-- what went wrong after release belongs to the record as well: rows are only ever added
create trigger correction_append_only before update or delete on correction for each row execute function refuse_change();
create trigger correction_judgement_append_only before update or delete on correction_judgement for each row execute function refuse_change();
create trigger correction_done_append_only before update or delete on correction_done for each row execute function refuse_change();
create trigger correction_ending_append_only before update or delete on correction_ending for each row execute function refuse_change();
create trigger correction_media_append_only before update or delete on correction_media for each row execute function refuse_change();
