-- reminders, what administrators did and what was refused only grow as well
create trigger reminder_append_only before update, delete on reminder for each row call 'org.imprimatur.history.AppendOnly';
create trigger intervention_append_only before update, delete on intervention for each row call 'org.imprimatur.history.AppendOnly';
create trigger refusal_append_only before update, delete on refusal for each row call 'org.imprimatur.history.AppendOnly';
