-- texts of single accounts only grow as well
create trigger post_revision_text_append_only before update, delete on post_revision_text for each row call 'org.imprimatur.history.AppendOnly';
