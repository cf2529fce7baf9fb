create trigger post_copy_append_only before update or delete on post_copy for each row execute function refuse_change();
