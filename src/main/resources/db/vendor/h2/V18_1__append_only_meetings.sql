create trigger board_meeting_append_only before update, delete on board_meeting for each row call 'org.imprimatur.history.AppendOnly';
create trigger board_meeting_change_append_only before update, delete on board_meeting_change for each row call 'org.imprimatur.history.AppendOnly';
