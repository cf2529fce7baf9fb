-- what administrators did and what was refused is part of the record, too
create trigger intervention_append_only before update or delete on intervention for each row execute function refuse_change();
create trigger refusal_append_only before update or delete on refusal for each row execute function refuse_change();
