-- who held what and why belongs to the record: rows are only ever added
create trigger legal_hold_append_only before update or delete on legal_hold for each row execute function refuse_change();
create trigger legal_hold_ledger after insert on legal_hold for each row execute function note_for_ledger('id');
create trigger legal_hold_end_append_only before update or delete on legal_hold_end for each row execute function refuse_change();
create trigger legal_hold_end_ledger after insert on legal_hold_end for each row execute function note_for_ledger('id');
