-- each new row of the record is noted for this transaction, and gets its entry just before the commit;
-- the name of the application is told to the program without being asked for
create function note_for_ledger() returns trigger language plpgsql as $$
declare
  row_key text;
begin
  if tg_argv[0] = 'id' then row_key := new.id::text;
  elsif tg_argv[0] = 'partner' then row_key := new.partner::text;
  elsif tg_argv[0] = 'reference' then row_key := new.reference::text;
  elsif tg_argv[0] = 'reference/revision' then row_key := new.reference || '/' || new.revision;
  elsif tg_argv[0] = 'freeze_id' then row_key := new.freeze_id::text;
  elsif tg_argv[0] = 'absence' then row_key := new.absence::text;
  elsif tg_argv[0] = 'case_id' then row_key := new.case_id::text;
  elsif tg_argv[0] = 'action' then row_key := new.action::text;
  else raise exception 'The ledger does not know the key % of %', tg_argv[0], tg_table_name;
  end if;
  perform set_config('imprimatur.due',
    concat(current_setting('imprimatur.due', true), tg_table_name, ':', row_key, chr(10)), true);
  if current_setting('application_name') <> 'imprimatur, adding to the record' then
    perform set_config('application_name', 'imprimatur, adding to the record', true);
  end if;
  return null;
end
$$;

create trigger account_change_ledger after insert on account_change for each row execute function note_for_ledger('id');
create trigger bio_check_ledger after insert on bio_check for each row execute function note_for_ledger('id');
create trigger training_ledger after insert on training for each row execute function note_for_ledger('id');
create trigger partner_ledger after insert on partner for each row execute function note_for_ledger('id');
create trigger partner_end_ledger after insert on partner_end for each row execute function note_for_ledger('partner');
create trigger post_ledger after insert on post for each row execute function note_for_ledger('reference');
create trigger post_revision_ledger after insert on post_revision for each row execute function note_for_ledger('id');
create trigger post_revision_text_ledger after insert on post_revision_text for each row execute function note_for_ledger('id');
create trigger post_decision_ledger after insert on post_decision for each row execute function note_for_ledger('id');
create trigger post_slot_ledger after insert on post_slot for each row execute function note_for_ledger('id');
create trigger post_release_ledger after insert on post_release for each row execute function note_for_ledger('id');
create trigger post_act_ledger after insert on post_act for each row execute function note_for_ledger('id');
create trigger post_ending_ledger after insert on post_ending for each row execute function note_for_ledger('reference');
create trigger post_full_route_ledger after insert on post_full_route for each row execute function note_for_ledger('reference/revision');
create trigger post_copy_ledger after insert on post_copy for each row execute function note_for_ledger('reference');
create trigger post_answer_ledger after insert on post_answer for each row execute function note_for_ledger('reference');
create trigger post_media_ledger after insert on post_media for each row execute function note_for_ledger('id');
create trigger media_file_ledger after insert on media_file for each row execute function note_for_ledger('id');
create trigger breaking_notice_ledger after insert on breaking_notice for each row execute function note_for_ledger('id');
create trigger post_freeze_ledger after insert on post_freeze for each row execute function note_for_ledger('id');
create trigger post_freeze_lift_ledger after insert on post_freeze_lift for each row execute function note_for_ledger('freeze_id');
create trigger escalation_ledger after insert on escalation for each row execute function note_for_ledger('id');
create trigger item_comment_ledger after insert on item_comment for each row execute function note_for_ledger('id');
create trigger absence_ledger after insert on absence for each row execute function note_for_ledger('id');
create trigger absence_end_ledger after insert on absence_end for each row execute function note_for_ledger('absence');
create trigger task_takeover_ledger after insert on task_takeover for each row execute function note_for_ledger('id');
create trigger correction_ledger after insert on correction for each row execute function note_for_ledger('case_id');
create trigger correction_judgement_ledger after insert on correction_judgement for each row execute function note_for_ledger('id');
create trigger correction_done_ledger after insert on correction_done for each row execute function note_for_ledger('id');
create trigger correction_ending_ledger after insert on correction_ending for each row execute function note_for_ledger('case_id');
create trigger correction_media_ledger after insert on correction_media for each row execute function note_for_ledger('id');
create trigger incident_ledger after insert on incident for each row execute function note_for_ledger('reference');
create trigger incident_case_ledger after insert on incident_case for each row execute function note_for_ledger('case_id');
create trigger incident_case_ending_ledger after insert on incident_case_ending for each row execute function note_for_ledger('case_id');
create trigger incident_facts_ledger after insert on incident_facts for each row execute function note_for_ledger('id');
create trigger incident_file_ledger after insert on incident_file for each row execute function note_for_ledger('id');
create trigger assessment_ledger after insert on assessment for each row execute function note_for_ledger('id');
create trigger incident_act_ledger after insert on incident_act for each row execute function note_for_ledger('id');
create trigger incident_duty_ledger after insert on incident_duty for each row execute function note_for_ledger('id');
create trigger incident_look_ledger after insert on incident_look for each row execute function note_for_ledger('id');
create trigger incident_action_ledger after insert on incident_action for each row execute function note_for_ledger('id');
create trigger incident_action_done_ledger after insert on incident_action_done for each row execute function note_for_ledger('action');
create trigger board_meeting_ledger after insert on board_meeting for each row execute function note_for_ledger('id');
create trigger board_meeting_change_ledger after insert on board_meeting_change for each row execute function note_for_ledger('id');
create trigger board_target_ledger after insert on board_target for each row execute function note_for_ledger('id');
create trigger board_notice_ledger after insert on board_notice for each row execute function note_for_ledger('id');
create trigger trustee_notice_ledger after insert on trustee_notice for each row execute function note_for_ledger('id');
create trigger trustees_round_ledger after insert on trustees_round for each row execute function note_for_ledger('case_id');
create trigger trustees_knowledge_ledger after insert on trustees_knowledge for each row execute function note_for_ledger('id');
create trigger low_risk_reading_ledger after insert on low_risk_reading for each row execute function note_for_ledger('id');
create trigger intervention_ledger after insert on intervention for each row execute function note_for_ledger('id');
create trigger refusal_ledger after insert on refusal for each row execute function note_for_ledger('id');
create trigger ledger_taken_up_ledger after insert on ledger_taken_up for each row execute function note_for_ledger('id');
create trigger ledger_verification_ledger after insert on ledger_verification for each row execute function note_for_ledger('id');

create trigger ledger_taken_up_append_only before update or delete on ledger_taken_up for each row execute function refuse_change();
create trigger ledger_verification_append_only before update or delete on ledger_verification for each row execute function refuse_change();
create trigger ledger_entry_append_only before update or delete on ledger_entry for each row execute function refuse_change();
