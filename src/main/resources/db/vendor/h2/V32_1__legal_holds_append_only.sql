-- who held what and why belongs to the record: rows are only ever added
create trigger legal_hold_append_only before update, delete on legal_hold for each row call 'org.imprimatur.history.AppendOnly';
create trigger legal_hold_ledger after insert on legal_hold for each row call 'org.imprimatur.ledger.NoteRow';
create trigger legal_hold_end_append_only before update, delete on legal_hold_end for each row call 'org.imprimatur.history.AppendOnly';
create trigger legal_hold_end_ledger after insert on legal_hold_end for each row call 'org.imprimatur.ledger.NoteRow';
