package org.imprimatur.models.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.models.DecisionTables;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.ModelText;
import org.imprimatur.models.RuleTable;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.models.proposal.Proposal;
import org.imprimatur.models.proposal.Proposal.Answer;
import org.imprimatur.models.proposal.ProposedChange;
import org.imprimatur.models.proposal.ProposedChanges;
import org.imprimatur.models.proposal.Proposals;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/** A proposal as people and programs read it. */
@Component
class ProposalWords {

	private final Proposals proposals;

	private final ProposedChanges changes;

	private final Versions versions;

	private final DecisionTables tables;

	private final People people;

	private final Drawn drawn;

	ProposalWords(Proposals proposals, ProposedChanges changes, Versions versions, DecisionTables tables, People people,
			Drawn drawn) {
		this.proposals = proposals;
		this.changes = changes;
		this.versions = versions;
		this.tables = tables;
		this.people = people;
		this.drawn = drawn;
	}

	/**
	 * A proposal in a list.
	 *
	 * @param state such as "Waits for the Head of Communications"
	 * @param mine whether it waits for whoever reads this
	 */
	record Line(long id, String by, String asked, String from, List<String> files, String state, boolean mine) {
	}

	/**
	 * One process or decision that it changes.
	 *
	 * @param drawing what the script draws, as JSON; null if it draws nothing
	 * @param before address of the file that is live; null if there is none
	 * @param table what the decision becomes; null for a process
	 */
	record Shown(ProposedChange change, String summary, String drawing, String before, String after, RuleTable table,
			Map<String, String> marks) {
	}

	/** A version that went live by a proposal. */
	record Live(String key, String name, int number) {
	}

	Line line(Proposal one, Person person) {
		String from = String.join(", ",
				List.of(one.source(), one.name()).stream().filter((text) -> !text.isEmpty()).toList());
		return new Line(one.id(), this.people.nameOf(one.askedBy()), one.asked(), from,
				one.files().stream().map((file) -> file.file().path()).toList(), state(one),
				Proposals.waitsFor(one, person));
	}

	/** What was said, in sentences. */
	List<String> answers(Proposal proposal) {
		return proposal.answers().stream().map(this::sentence).toList();
	}

	List<Shown> shown(Proposal proposal) {
		List<Shown> all = new ArrayList<>();
		if (proposal.answers().stream().anyMatch((answer) -> answer.deployment() != null)) {
			return all;
		}
		List<String> paths = proposal.files().stream().map((file) -> file.file().path()).toList();
		for (ProposedChange change : this.proposals.changes(proposal)) {
			boolean process = change.after().isProcess();
			Map<String, String> marks = new LinkedHashMap<>();
			if (!change.isNew()) {
				change.comparison().changes().forEach((one) -> marks.put(one.element(), one.kind().label()));
			}
			all.add(new Shown(change,
					change.isNew() ? "This is new." : change.comparison().summary(process ? "element" : "row"),
					(process && !change.isNew())
							? this.drawn.write(change.comparison().changes().stream().map(ComparePage::drawn).toList())
							: null,
					change.isNew() ? null
							: ModelsPage.PAGE + "/" + change.key() + "/versions/" + change.before().number() + "/file",
					ProposalPages.PAGE + "/" + proposal.id() + "/files/" + (paths.indexOf(change.after().path()) + 1),
					process ? null : table(change), marks));
		}
		return all;
	}

	/** What went live by it; empty if nothing did. */
	List<Live> live(Proposal proposal) {
		List<Live> live = new ArrayList<>();
		proposal.last()
			.map(Answer::deployment)
			.ifPresent((deployment) -> this.changes.keys(proposal.files().stream().map(Proposal.File::file).toList())
				.forEach((key) -> this.versions.of(key)
					.stream()
					.filter((version) -> version.deployment().equals(deployment))
					.map((version) -> new Live(key, version.name(), version.number()))
					.forEach(live::add)));
		return live;
	}

	Map<String, Object> json(Proposal one) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", one.id());
		json.put("name", one.name());
		json.put("source", one.source());
		json.put("proposedBy", this.people.nameOf(one.askedBy()));
		json.put("proposedAt", LondonTime.iso(one.askedAt()));
		json.put("files", one.files().stream().map((file) -> file.file().path()).toList());
		json.put("open", one.isOpen());
		json.put("waitsFor", one.waitsFor());
		json.put("state", state(one));
		json.put("answers", one.answers().stream().map(this::json).toList());
		return json;
	}

	List<Map<String, Object>> changes(Proposal proposal) {
		return shown(proposal).stream().map((one) -> {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("key", one.change().key());
			json.put("version", one.change().isNew() ? null : one.change().before().number());
			json.put("needsRelease", one.change().needsRelease());
			json.put("summary", one.summary());
			json.put("changes", one.change().isNew() ? List.of() : one.change().comparison().changes());
			return json;
		}).toList();
	}

	private Map<String, Object> json(Answer answer) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("answer", answer.said());
		json.put("group", answer.group());
		json.put("by", (answer.person() != null) ? this.people.nameOf(answer.person()) : null);
		json.put("reason", answer.reason());
		json.put("deployment", answer.deployment());
		json.put("at", LondonTime.iso(answer.at()));
		return json;
	}

	private String state(Proposal one) {
		return one.isOpen() ? "Waits for " + this.proposals.names(one.waitsFor())
				: one.last().map((answer) -> answer.said().label()).orElse("");
	}

	private String sentence(Answer answer) {
		String by = (answer.person() != null) ? " by " + this.people.nameOf(answer.person()) : "";
		String group = (answer.group() != null) ? ", " + this.people.nameOfGroup(answer.group()) + "," : "";
		return answer.said().label() + by + group + " on " + LondonTime.dateTime(answer.at())
				+ ((answer.reason() != null) ? ": " + answer.reason() : ".");
	}

	private RuleTable table(ProposedChange change) {
		Version none = null;
		ModelFile file = change.after();
		return this.tables.of(new ModelText(change.key(), change.name(), ModelText.FILES, none, file)).table();
	}

}
