create trigger board_target_append_only before update or delete on board_target for each row execute function refuse_change();
create trigger board_notice_append_only before update or delete on board_notice for each row execute function refuse_change();
