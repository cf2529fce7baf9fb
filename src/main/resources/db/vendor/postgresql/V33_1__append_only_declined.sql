create trigger erasure_declined_ledger after insert on erasure_declined for each row execute function note_for_ledger('id');
create trigger erasure_declined_append_only before update or delete on erasure_declined for each row execute function refuse_change();
