-- what is known and was decided about an incident belongs to the record: rows are only ever added
create trigger incident_append_only before update or delete on incident for each row execute function refuse_change();
create trigger incident_case_append_only before update or delete on incident_case for each row execute function refuse_change();
create trigger incident_case_ending_append_only before update or delete on incident_case_ending for each row execute function refuse_change();
create trigger incident_facts_append_only before update or delete on incident_facts for each row execute function refuse_change();
create trigger incident_file_append_only before update or delete on incident_file for each row execute function refuse_change();
create trigger assessment_append_only before update or delete on assessment for each row execute function refuse_change();
create trigger incident_act_append_only before update or delete on incident_act for each row execute function refuse_change();
create trigger incident_duty_append_only before update or delete on incident_duty for each row execute function refuse_change();
create trigger incident_look_append_only before update or delete on incident_look for each row execute function refuse_change();
