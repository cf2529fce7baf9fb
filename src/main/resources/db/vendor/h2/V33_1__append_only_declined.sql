create trigger erasure_declined_ledger after insert on erasure_declined for each row call 'org.imprimatur.ledger.NoteRow';
create trigger erasure_declined_append_only before update, delete on erasure_declined for each row call 'org.imprimatur.history.AppendOnly';
