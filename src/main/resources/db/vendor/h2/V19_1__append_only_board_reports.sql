create trigger board_target_append_only before update, delete on board_target for each row call 'org.imprimatur.history.AppendOnly';
create trigger board_notice_append_only before update, delete on board_notice for each row call 'org.imprimatur.history.AppendOnly';
