create trigger post_copy_append_only before update, delete on post_copy for each row call 'org.imprimatur.history.AppendOnly';
