create trigger history_case_append_only before update or delete on history_case for each row execute function refuse_change();
create trigger history_case_ledger after insert on history_case for each row execute function note_for_ledger('case_id');
