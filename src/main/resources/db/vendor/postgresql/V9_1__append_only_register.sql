-- what was checked and who was trained only grows, like the changes
create trigger bio_check_append_only before update or delete on bio_check for each row execute function refuse_change();
create trigger training_append_only before update or delete on training for each row execute function refuse_change();
