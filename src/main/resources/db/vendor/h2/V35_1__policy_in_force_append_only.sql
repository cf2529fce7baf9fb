create trigger history_case_append_only before update, delete on history_case for each row call 'org.imprimatur.history.AppendOnly';
create trigger history_case_ledger after insert on history_case for each row call 'org.imprimatur.ledger.NoteRow';
-- H2 copies a table to add a column and tells the triggers the copy's name: they are made again to know the right one
drop trigger history_step_append_only;
drop trigger history_step_ledger;
create trigger history_step_append_only before update, delete on history_step for each row call 'org.imprimatur.history.AppendOnly';
create trigger history_step_ledger after insert on history_step for each row call 'org.imprimatur.ledger.NoteRow';
