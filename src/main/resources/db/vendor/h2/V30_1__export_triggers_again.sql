-- H2 copies a table to add a column and tells the triggers the copy's name: they are made again to know the right one
drop trigger history_export_append_only;
drop trigger history_export_ledger;
create trigger history_export_append_only before update, delete on history_export for each row call 'org.imprimatur.history.AppendOnly';
create trigger history_export_ledger after insert on history_export for each row call 'org.imprimatur.ledger.NoteRow';
