-- the record only grows: no row of these tables is ever changed or deleted
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are part of the record: they are never changed or deleted.', tg_table_name;
end
$$;
create trigger account_change_append_only before update or delete on account_change for each row execute function refuse_change();
create trigger post_revision_append_only before update or delete on post_revision for each row execute function refuse_change();
create trigger post_decision_append_only before update or delete on post_decision for each row execute function refuse_change();
create trigger post_slot_append_only before update or delete on post_slot for each row execute function refuse_change();
create trigger post_release_append_only before update or delete on post_release for each row execute function refuse_change();
create trigger post_act_append_only before update or delete on post_act for each row execute function refuse_change();
create trigger post_ending_append_only before update or delete on post_ending for each row execute function refuse_change();
create trigger item_comment_append_only before update or delete on item_comment for each row execute function refuse_change();
create trigger trail_append_only before update or delete on trail for each row execute function refuse_change();
