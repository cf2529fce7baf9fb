package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.AccountKind;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/**
 * What the tables of {@code incident-route} make of the facts: they suggest, people
 * decide.
 */
@Component
@Policy({ "CEO", "BOARD" })
public class IncidentRules {

	private final IncidentEscalations engine;

	private final Accounts accounts;

	IncidentRules(IncidentEscalations engine, Accounts accounts) {
		this.engine = engine;
		this.accounts = accounts;
	}

	/**
	 * An answer and the sentence of the rule that gave it.
	 */
	public record Suggested<T>(T answer, String reason) {
	}

	/** The risk that the facts suggest. */
	public Suggested<Risk> risk(IncidentFacts facts) {
		boolean leaders = facts.concerns(Concern.CEO) || facts.concerns(Concern.CHAIR)
				|| facts.concerns(Concern.TRUSTEE) || facts.concerns(Concern.SECTION_BOARD_MEMBER);
		Map<String, Object> row = first("suggested-risk",
				Map.of("immediateDanger", facts.immediateDanger().name(), "personalData", facts.personalData().name(),
						"childConcerned", yes(facts.concerns(Concern.CHILD)), "leaderConcerned", yes(leaders),
						"peopleAffected", yes(facts.affects(Affected.PEOPLE)), "organisationAffected",
						yes(facts.affects(Affected.AIUK))));
		return new Suggested<>(Risk.valueOf((String) row.get("suggestedRisk")), (String) row.get("reason"));
	}

	/** Whose Boards are concerned, each with its reason: an account can harm both. */
	public List<Suggested<Entity>> boards(IncidentFacts facts) {
		Account account = (facts.account() != null) ? this.accounts.find(facts.account()).orElse(null) : null;
		Owner owner = (account != null) ? account.owner() : Owner.UNKNOWN;
		AccountKind kind = (account != null) ? account.kind() : AccountKind.MAIN;
		List<Suggested<Entity>> boards = new ArrayList<>();
		Set<Entity> known = new TreeSet<>();
		for (Map<String, Object> row : this.engine.ask("boards", Map.of("accountOwner", owner.name(), "accountKind",
				kind.name(), "immediateDanger", facts.immediateDanger().name()))) {
			Entity board = Entity.valueOf((String) row.get("board"));
			if (known.add(board)) {
				boards.add(new Suggested<>(board, (String) row.get("reason")));
			}
		}
		return boards;
	}

	/** Who is told first: group id. */
	public Suggested<String> inform(IncidentFacts facts, boolean executiveIsSubject, boolean chairIsSubject) {
		Map<String, Object> row = first("inform",
				Map.of("executiveConcerned", yes(executiveIsSubject || facts.concerns(Concern.CEO)), "chairConcerned",
						yes(chairIsSubject || facts.concerns(Concern.CHAIR))));
		return new Suggested<>((String) row.get("group"), (String) row.get("reason"));
	}

	private Map<String, Object> first(String table, Map<String, Object> facts) {
		return this.engine.ask(table, facts).get(0);
	}

	private static String yes(boolean so) {
		return so ? "YES" : "NO";
	}

}
