-- that a list was read belongs to the record: rows are only ever added
create trigger low_risk_reading_append_only before update or delete on low_risk_reading for each row execute function refuse_change();
