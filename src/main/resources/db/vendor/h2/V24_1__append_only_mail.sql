-- who was told what, and what came of it, belongs to the record: rows are only ever added
create trigger mail_append_only before update, delete on mail for each row call 'org.imprimatur.history.AppendOnly';
create trigger mail_try_append_only before update, delete on mail_try for each row call 'org.imprimatur.history.AppendOnly';
create trigger mail_choice_append_only before update, delete on mail_choice for each row call 'org.imprimatur.history.AppendOnly';
