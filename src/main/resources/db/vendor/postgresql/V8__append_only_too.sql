-- reminders, what administrators did and what was refused only grow as well
create trigger reminder_append_only before update or delete on reminder for each row execute function refuse_change();
create trigger intervention_append_only before update or delete on intervention for each row execute function refuse_change();
create trigger refusal_append_only before update or delete on refusal for each row execute function refuse_change();
