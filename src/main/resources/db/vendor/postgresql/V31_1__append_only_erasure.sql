create trigger erasure_ledger after insert on erasure for each row execute function note_for_ledger('id');
create trigger erasure_row_ledger after insert on erasure_row for each row execute function note_for_ledger('id');

-- the one exception: a transaction that announces an erasure, which is itself in the record. Without its row
-- in erasure_row, with an entry of its own, whatever was done here is found by the next verification.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('imprimatur.erasing', true), '') <> ''
     and tg_table_name not in ('erasure', 'erasure_row', 'ledger_taken_up', 'ledger_verification') then
    if tg_table_name <> 'ledger_entry' then
      if tg_op = 'DELETE' then
        return old;
      end if;
      return new;
    elsif tg_op = 'UPDATE' and to_jsonb(old) - 'salt' = to_jsonb(new) - 'salt' then
      return new;
    end if;
  end if;
  raise exception 'Rows of % are part of the record: they are never changed or deleted.', tg_table_name;
end
$$;
create trigger erasure_append_only before update or delete on erasure for each row execute function refuse_change();
create trigger erasure_row_append_only before update or delete on erasure_row for each row execute function refuse_change();
