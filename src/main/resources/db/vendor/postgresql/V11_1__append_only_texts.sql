-- texts of single accounts only grow as well
create trigger post_revision_text_append_only before update or delete on post_revision_text for each row execute function refuse_change();
