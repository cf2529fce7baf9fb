-- what people did at each step, and who took what out, belongs to the record: rows are only ever added
create trigger history_step_append_only before update or delete on history_step for each row execute function refuse_change();
create trigger history_export_append_only before update or delete on history_export for each row execute function refuse_change();
create trigger history_step_ledger after insert on history_step for each row execute function note_for_ledger('id');
create trigger history_export_ledger after insert on history_export for each row execute function note_for_ledger('id');
