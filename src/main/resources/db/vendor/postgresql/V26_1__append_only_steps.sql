-- what people did at each step belongs to the record: rows are only ever added
create trigger history_step_append_only before update or delete on history_step for each row execute function refuse_change();
