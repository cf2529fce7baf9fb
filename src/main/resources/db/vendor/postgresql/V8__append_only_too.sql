-- reminders only grow as well
create trigger reminder_append_only before update or delete on reminder for each row execute function refuse_change();
