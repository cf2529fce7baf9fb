-- what the rules answered belongs to the record: rows are only ever added
create trigger history_decision_append_only before update or delete on history_decision for each row execute function refuse_change();
create trigger history_decision_ledger after insert on history_decision for each row execute function note_for_ledger('id');
