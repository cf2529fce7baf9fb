create trigger erasure_ledger after insert on erasure for each row call 'org.imprimatur.ledger.NoteRow';
create trigger erasure_row_ledger after insert on erasure_row for each row call 'org.imprimatur.ledger.NoteRow';
create trigger erasure_append_only before update, delete on erasure for each row call 'org.imprimatur.history.AppendOnly';
create trigger erasure_row_append_only before update, delete on erasure_row for each row call 'org.imprimatur.history.AppendOnly';
