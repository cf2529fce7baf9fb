create trigger board_meeting_append_only before update or delete on board_meeting for each row execute function refuse_change();
create trigger board_meeting_change_append_only before update or delete on board_meeting_change for each row execute function refuse_change();
