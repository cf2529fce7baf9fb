-- what was checked and who was trained only grows, like the changes
create trigger bio_check_append_only before update, delete on bio_check for each row call 'org.imprimatur.history.AppendOnly';
create trigger training_append_only before update, delete on training for each row call 'org.imprimatur.history.AppendOnly';
