package org.imprimatur.incidents;

/** Everything by which an incident is found, in one question: a sort, a value, a time. */
final class IncidentsFoundBy {

	/** Of the reference {@code :item}. */
	static final String FACTS = """
			select 'INCIDENT' as sort, cast(null as varchar) as said, reported_at as at from incident where reference = :item
			union all select 'PERSON', reported_by, null from incident where reference = :item
			union all select 'PERSON', recorded_by, null from incident_facts where reference = :item
			union all select 'WHAT', what, recorded_at from incident_facts where reference = :item
			union all select 'TEXT', url, null from incident_facts where reference = :item
			union all select 'TEXT', aware_how, null from incident_facts where reference = :item
			union all select 'TEXT', why, null from incident_facts where reference = :item
			union all select 'TEXT', post, null from incident_facts where reference = :item
			union all select 'ACCOUNT', account, recorded_at from incident_facts where reference = :item
			union all select 'SUBJECTS', subjects, null from incident_facts where reference = :item
			union all select 'PERSON', assessed_by, null from assessment where reference = :item
			union all select 'RISK', risk, null from assessment where reference = :item
			union all select 'ENTITIES', entities, assessed_at from assessment where reference = :item
			union all select 'OVERRIDDEN', risk_reason, null from assessment where reference = :item
			and assessed_by is not null and (entities_reason is not null
			or (suggested = 'SIGNIFICANT' and risk <> 'SIGNIFICANT') or (suggested = 'LOW' and risk = 'NONE'))
			union all select 'TEXT', risk_reason, null from assessment where reference = :item
			union all select 'TEXT', response_reason, null from assessment where reference = :item
			union all select 'PERSON', done_by, null from incident_act where reference = :item
			union all select 'TEXT', reason, null from incident_act where reference = :item
			union all select 'OVERRIDDEN', reason, null from incident_act where reference = :item
			and (fields like '%"againstMajorityReason"%' or fields like '%"agreedBy"%')
			union all select 'REPORTED', task, null from incident_act where reference = :item
			and task = 'record-trustees-decision' and outcome = 'REPORT'
			union all select 'TOLD', person, null from incident_duty where reference = :item and duty = 'PERSON_TOLD'
			union all select 'TOLD', member, null from board_notice where reference = :item
			union all select 'CASE', process, begun_at from incident_case where reference = :item
			union all select 'ENDED', e.ending, e.ended_at from incident_case_ending e join incident_case c
			on c.case_id = e.case_id where c.reference = :item
			union all select 'TEXT', text, null from item_comment where reference = :item""";

	private IncidentsFoundBy() {
	}

}
