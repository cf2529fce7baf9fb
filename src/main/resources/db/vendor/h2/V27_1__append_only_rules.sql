-- what the rules answered belongs to the record: rows are only ever added
create trigger history_decision_append_only before update, delete on history_decision for each row call 'org.imprimatur.history.AppendOnly';
create trigger history_decision_ledger after insert on history_decision for each row call 'org.imprimatur.ledger.NoteRow';
