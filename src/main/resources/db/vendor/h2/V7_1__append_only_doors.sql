-- what administrators did and what was refused is part of the record, too
create trigger intervention_append_only before update, delete on intervention for each row call 'org.imprimatur.history.AppendOnly';
create trigger refusal_append_only before update, delete on refusal for each row call 'org.imprimatur.history.AppendOnly';
