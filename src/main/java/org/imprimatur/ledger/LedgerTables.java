package org.imprimatur.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tables are in the ledger, and which others to which rows are only added are not.
 * A table with the trigger for the first and in neither list fails a test.
 */
final class LedgerTables {

	/** Not in the ledger, and why. */
	static final Map<String, String> LEFT_OUT = Map.of("trail",
			"the path the engine took: it follows from the decisions, and has many rows for each", "mail",
			"a mail says that something waits; what it is about is in the ledger", "mail_try",
			"what the mail server answered", "mail_choice", "how a person likes to get mail", "reminder",
			"a nudge: the task and its deadline stand without it", "ledger_entry", "the ledger itself");

	private static final String ID = "id";

	private static final String REFERENCE = "reference";

	private static final String CASE = "case_id";

	private static final Map<String, LedgerTable> TABLES = new LinkedHashMap<>();

	static {
		add("account_change", "a change in the register of accounts", ID);
		add("bio_check", "a check of a public profile", ID);
		add("training", "a training", ID);
		add("partner", "a listed partner", ID);
		add("partner_end", "the end of a partner", "partner");
		// the team of a post follows the accounts it is on
		TABLES.put("post", LedgerTable.of("post", "a post as it was begun", REFERENCE).except("team"));
		add("post_revision", "a version of a post", ID);
		add("post_revision_text", "a text for one account", ID);
		add("post_decision", "a decision about a post", ID);
		add("post_slot", "a slot of a post", ID);
		add("post_release", "a release of a post", ID);
		add("post_act", "an act on a post", ID);
		add("post_ending", "the end of a post", REFERENCE);
		add("post_full_route", "the change of a post to the full route", REFERENCE, "revision");
		add("post_copy", "where a post was copied from", REFERENCE);
		add("post_answer", "which incident a post answers", REFERENCE);
		add("post_media", "a picture or clip on a post", ID);
		TABLES.put("media_file", LedgerTable.of("media_file", "a file", ID).ofLargeRows());
		add("breaking_notice", "a notice of breaking news", ID);
		add("post_freeze", "a freeze", ID);
		add("post_freeze_lift", "the lift of a freeze", "freeze_id");
		add("escalation", "a task that went up", ID);
		add("item_comment", "a comment", ID);
		add("absence", "an absence", ID);
		add("absence_end", "the end of an absence", "absence");
		add("task_takeover", "a task that was taken over", ID);
		add("correction", "a correction as it was begun", CASE);
		add("correction_judgement", "a decision about a correction", ID);
		add("correction_done", "what was done to correct", ID);
		add("correction_ending", "the end of a correction", CASE);
		add("correction_media", "a picture or clip of a correction", ID);
		add("incident", "an incident as it was reported", REFERENCE);
		add("incident_case", "a case of an incident", CASE);
		add("incident_case_ending", "the end of a case of an incident", CASE);
		add("incident_facts", "what is known of an incident", ID);
		add("incident_file", "a file of an incident", ID);
		add("assessment", "an assessment of an incident", ID);
		add("incident_act", "a decision or act about an incident", ID);
		add("incident_duty", "a duty about an incident", ID);
		add("incident_look", "a look at a restricted incident", ID);
		add("incident_action", "an action agreed at a review", ID);
		add("incident_action_done", "an action done", "action");
		add("board_meeting", "a meeting of a Board", ID);
		add("board_meeting_change", "a date of a meeting of a Board", ID);
		add("board_target", "the meeting a report is for", ID);
		add("board_notice", "a notice to a member of a Board", ID);
		add("trustee_notice", "a notice to a Trustee", ID);
		add("trustees_round", "a round of the Trustees", CASE);
		add("trustees_knowledge", "what the Trustees knew", ID);
		add("low_risk_reading", "that a list of low risks was read", ID);
		add("intervention", "an act of an administrator", ID);
		add("refusal", "a refusal", ID);
		add("history_step", "a step of a person", ID);
		add("history_case", "the policy in force when a case began", CASE);
		add("history_decision", "an answer of a table of rules", ID);
		add("history_export", "an export of the history", ID);
		add("legal_hold", "a legal hold", ID);
		add("legal_hold_end", "the end of a legal hold", ID);
		add("erasure", "an erasure", ID);
		add("erasure_declined", "a request to erase that was declined", ID);
		add("erasure_row", "a row that was erased, or words of it", ID);
		add("model_proposal", "a changed model that waits for a second person", ID);
		add("model_proposal_answer", "an answer to a changed model", ID);
		TABLES.put("model_proposal_file",
				LedgerTable.of("model_proposal_file", "a file of a changed model", ID).ofLargeRows());
		add("ledger_taken_up", "the taking up of older rows into the ledger", ID);
		add("ledger_verification", "a verification of the record", ID);
	}

	private LedgerTables() {
	}

	static List<LedgerTable> all() {
		return List.copyOf(TABLES.values());
	}

	/** The table of this name; null if it is not in the ledger. */
	static LedgerTable find(String name) {
		return TABLES.get(name);
	}

	private static void add(String name, String words, String... key) {
		TABLES.put(name, LedgerTable.of(name, words, key));
	}

}
