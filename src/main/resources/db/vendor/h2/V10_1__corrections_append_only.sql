-- what went wrong after release belongs to the record as well: rows are only ever added
create trigger correction_append_only before update, delete on correction for each row call 'org.imprimatur.history.AppendOnly';
create trigger correction_judgement_append_only before update, delete on correction_judgement for each row call 'org.imprimatur.history.AppendOnly';
create trigger correction_done_append_only before update, delete on correction_done for each row call 'org.imprimatur.history.AppendOnly';
create trigger correction_ending_append_only before update, delete on correction_ending for each row call 'org.imprimatur.history.AppendOnly';
create trigger correction_media_append_only before update, delete on correction_media for each row call 'org.imprimatur.history.AppendOnly';
