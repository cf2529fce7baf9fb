-- what the Trustees were told, asked and knew belongs to the record: rows are only ever added
create trigger trustee_notice_append_only before update or delete on trustee_notice for each row execute function refuse_change();
create trigger trustees_round_append_only before update or delete on trustees_round for each row execute function refuse_change();
create trigger trustees_knowledge_append_only before update or delete on trustees_knowledge for each row execute function refuse_change();
