package org.imprimatur.posts;

/** Everything by which a post is found, in one question: a sort, a value, a time. */
final class PostsFoundBy {

	/** Of the reference {@code :item}. */
	static final String FACTS = """
			select 'POST' as sort, title as said, started_at as at from post where reference = :item
			union all select 'TEXT', campaign, null from post where reference = :item
			union all select 'REASON', urgency_reason, null from post where reference = :item and urgency = 'BREAKING'
			union all select 'TEAM', team, null from post where reference = :item
			union all select 'PERSON', author, null from post where reference = :item
			union all select 'ACCOUNTS', accounts, started_at from post where reference = :item
			union all select 'ACCOUNTS', accounts, saved_at from post_revision where reference = :item
			union all select 'PERSON', saved_by, null from post_revision where reference = :item
			union all select 'TEXT', body, null from post_revision where reference = :item
			union all select 'TEXT', link, null from post_revision where reference = :item
			union all select 'TEXT', grounding_source, null from post_revision where reference = :item
			union all select 'TEXT', source_snapshot, null from post_revision where reference = :item
			union all select 'TEXT', body, null from post_revision_text where reference = :item
			union all select 'PERSON', decided_by, null from post_decision where reference = :item
			union all select 'TEXT', reason, null from post_decision where reference = :item
			union all select 'OUTCOME', concat(task, '=', decision), null from post_decision where reference = :item
			union all select 'OUTCOME', 'objects-check=REQUIRED', null from post p where p.reference = :item
			and exists (select 1 from history_decision d where d.reference = p.reference
			and d.decision like 'objects-check:%' and d.outputs like '%objects-check-output":"REQUIRED"%')
			union all select 'LIGHT', route, null from post_decision where reference = :item and route = 'LIGHT'
			and not exists (select 1 from post_full_route f where f.reference = :item)
			union all select 'PERSON', set_by, null from post_slot where reference = :item
			union all select 'PERSON', done_by, null from post_act where reference = :item
			union all select 'OVERRIDDEN', reason, null from post_act where reference = :item and reason is not null
			union all select 'PERSON', recorded_by, null from post_release where reference = :item
			union all select 'TEXT', posted_url, null from post_release where reference = :item
			union all select 'DIFFERED', differences, null from post_release where reference = :item
			and decision = 'POSTED_WITH_DIFFERENCE'
			union all select 'ENDING', ending, ended_at from post_ending where reference = :item
			union all select 'CORRECTION', origin, started_at from correction where reference = :item
			union all select 'PERSON', started_by, null from correction where reference = :item
			union all select 'TEAM', team, null from correction where reference = :item
			union all select 'ACCOUNTS', account, started_at from correction where reference = :item and post is null
			union all select 'TEXT', why, null from correction where reference = :item
			union all select 'TEXT', body, null from correction where reference = :item and post is null
			union all select 'TEXT', address, null from correction where reference = :item
			union all select 'PERSON', j.decided_by, null from correction_judgement j join correction c
			on c.case_id = j.case_id where c.reference = :item
			union all select 'TEXT', j.reason, null from correction_judgement j join correction c
			on c.case_id = j.case_id where c.reference = :item
			union all select 'PERSON', d.recorded_by, null from correction_done d join correction c
			on c.case_id = d.case_id where c.reference = :item
			union all select 'TEXT', d.what, null from correction_done d join correction c
			on c.case_id = d.case_id where c.reference = :item
			union all select 'CORRECTED', e.ending, e.ended_at from correction_ending e join correction c
			on c.case_id = e.case_id where c.reference = :item
			union all select 'TEXT', text, null from item_comment where reference = :item""";

	private PostsFoundBy() {
	}

}
