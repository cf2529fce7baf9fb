-- what people did at each step, and who took what out, belongs to the record: rows are only ever added
create trigger history_step_append_only before update, delete on history_step for each row call 'org.imprimatur.history.AppendOnly';
create trigger history_export_append_only before update, delete on history_export for each row call 'org.imprimatur.history.AppendOnly';
create trigger history_step_ledger after insert on history_step for each row call 'org.imprimatur.ledger.NoteRow';
create trigger history_export_ledger after insert on history_export for each row call 'org.imprimatur.ledger.NoteRow';
