-- who was told what, and what came of it, belongs to the record: rows are only ever added
create trigger mail_append_only before update or delete on mail for each row execute function refuse_change();
create trigger mail_try_append_only before update or delete on mail_try for each row execute function refuse_change();
create trigger mail_choice_append_only before update or delete on mail_choice for each row execute function refuse_change();
