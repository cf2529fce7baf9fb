-- reminders only grow as well
create trigger reminder_append_only before update, delete on reminder for each row call 'org.imprimatur.history.AppendOnly';
