package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.tasks.OpenTasks;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "PERSONAL", "SAFE" })
@DisplayName("An incident is seen by those who deal with it")
class VisibilityTests extends IncidentsAtWork {

	@Autowired
	OpenTasks openTasks;

	@Autowired
	Clocks clocks;

	@Autowired
	LowRisks lowRisks;

	@Test
	@DisplayName("whoever reported it sees how far it is, others nothing")
	void reporter() {
		String reference = reports("author", "what", "A concern about a colleague's own account.");
		assertThat(this.access.maySeeState(reference, person("author"))).isTrue();
		assertThat(this.access.maySee(reference, person("author"))).isFalse();
		assertThat(this.access.maySeeState(reference, person("author2"))).isFalse();
		for (String login : List.of("sct", "dem", "hoc", "dpo", "trust-secretary", "section-secretary", "trustee2")) {
			assertThat(this.access.maySee(reference, person(login))).as(login).isTrue();
		}
		for (String login : List.of("manager", "modeller", "ceo", "objects", "section-board1")) {
			assertThat(this.access.maySee(reference, person(login))).as(login).isFalse();
		}
	}

	@Test
	@DisplayName("whom it turns out to be about loses the task, and finds it nowhere")
	void subjectFoundLater() {
		String reference = reports("author", "what", "Somebody leaked a draft.", "personalData", "NO",
				"immediateDanger", "NO");
		assesses(reference, "LOW");
		String task = open(reference, Task.HANDLE_INCIDENT, "").id();
		as("sct2", () -> {
			this.door.claim(task, person("sct2"));
			return null;
		});
		does("dem", reference, IncidentDeed.REASSESS, "risk", "LOW", "riskReason", "It was Marcus.", "subjects", "sct2",
				"personalDataBreach", "NO", "response", "LATER", "factsReason", "He said so.");
		assertThat(open(reference, Task.HANDLE_INCIDENT, "").assignee()).isNull();
		assertThat(open(reference, Task.HANDLE_INCIDENT, "").people()).containsExactlyInAnyOrder("sct", "dem");
		assertThat(as("sct2", () -> this.openTasks.offered(person("sct2"))))
			.noneMatch((one) -> one.reference().equals(reference));
		assertThat(this.access.maySeeState(reference, person("sct2"))).isFalse();
		assertThat(as("sct2", () -> this.clocks.runningFor(person("sct2"))))
			.noneMatch((one) -> one.reference().equals(reference));
		assertThat(this.clocks.runningFor(person("sct"))).anyMatch((one) -> one.reference().equals(reference));
	}

	@Test
	@DisplayName("each look at a restricted one is recorded, and every look of an administrator")
	void looks() {
		String open = reports("author", "what", "A rude reply.");
		this.access.looked(open, "item", person("sct"));
		assertThat(this.incidents.looks(open)).isEmpty();
		this.access.looked(open, "item", person("admin"));
		assertThat(this.incidents.looks(open)).extracting(IncidentLook::lookedBy).containsExactly("admin");
		String restricted = reports("author", "what", "A child was named.", "concerns", "CHILD");
		this.access.looked(restricted, "item", person("sct"));
		assertThat(this.incidents.looks(restricted)).extracting(IncidentLook::lookedBy).containsExactly("sct");
	}

	@Test
	@Policy("PERSONAL")
	@DisplayName("a concern about somebody's own account is restricted, and keeps the reference of its referral only")
	void concern() {
		String reference = reports("author", "what", "Marcus posts hate on his own account.", "subjects",
				"Marcus Adeyemi", "concerns", "STAFF", "personalData", "NO");
		assertThat(this.incidents.facts(reference).isRestricted()).isTrue();
		isAskedFor(() -> does("dem", reference, IncidentDeed.REFER, "referredTo", "People Team"), "referralReference",
				"reference that they gave");
		isRefused(() -> does("dpo", reference, IncidentDeed.REFER, "referredTo", "x", "referralReference", "P-7"),
				"Ask the Head of Communications");
		isRefused(() -> does("sct2", reference, IncidentDeed.REFER, "referredTo", "x", "referralReference", "P-7"),
				"no item");
		does("dem", reference, IncidentDeed.REFER, "referredTo", "People Team", "referralReference", "P-7");
		assertThat(this.incidents.acts(reference)).singleElement()
			.satisfies((act) -> assertThat(act.fields()).containsOnlyKeys("referredTo", "referralReference"));
		String nobody = reports("author", "what", "A rude reply.");
		isRefused(() -> does("dem", nobody, IncidentDeed.REFER, "referredTo", "x", "referralReference", "P-8"),
				"about nobody of ours");
	}

	@Test
	@DisplayName("6,000 words with emoji are kept whole")
	void long6000Words() {
		String what = "Würde 👩🏽‍🚒 und Recht — ".repeat(1500).strip();
		String reference = reports("author", "what", what);
		assertThat(this.incidents.facts(reference).what()).isEqualTo(what);
		assertThat(this.record.title(reference)).startsWith("Würde 👩🏽‍🚒").endsWith("…");
	}

	@Test
	@Policy({ "BOARD", "RESPOND" })
	@DisplayName("the week's low risks are listed for both secretaries, who say that they have read it")
	void weeklyList() {
		String reference = reports("author", "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO");
		assesses(reference, "NONE");
		var monday = this.lowRisks.thisWeek();
		isRefused(() -> this.lowRisks.read(monday, person("trust-secretary")), "not over yet");
		itIs("2026-11-30T09:00");
		assertThat(this.lowRisks.unread(person("trust-secretary"))).contains(monday);
		assertThat(this.lowRisks.in(monday, person("section-secretary"))).extracting(Assessment::reference)
			.contains(reference);
		isRefused(() -> this.lowRisks.read(monday, person("author")), "for the secretaries");
		this.lowRisks.read(monday, person("trust-secretary"));
		assertThat(this.lowRisks.unread(person("trust-secretary"))).doesNotContain(monday);
		assertThat(this.lowRisks.unread(person("section-secretary"))).contains(monday);
	}

	@Test
	@Policy("CRISIS")
	@DisplayName("a crisis is invoked under a version of the protocol and stood down, with reasons")
	void crisis() {
		String reference = reports("author", "what", "A rumour spreads.");
		isRefused(() -> does("sct", reference, IncidentDeed.INVOKE_CRISIS, "reason", "x", "protocolVersion", "4"),
				"Ask the Head of Communications");
		isAskedFor(() -> does("hoc", reference, IncidentDeed.INVOKE_CRISIS, "reason", "It spreads."), "protocolVersion",
				"which version");
		does("hoc", reference, IncidentDeed.INVOKE_CRISIS, "reason", "It spreads.", "protocolVersion", "4, June 2026");
		assertThat(this.acts.isCrisis(reference)).isTrue();
		isRefused(() -> does("hoc", reference, IncidentDeed.INVOKE_CRISIS, "reason", "x", "protocolVersion", "4"),
				"in force");
		does("hoc", reference, IncidentDeed.STAND_DOWN, "reason", "It was answered.");
		assertThat(this.acts.isCrisis(reference)).isFalse();
		assertThat(this.incidents.acts(reference)).extracting(IncidentAct::task)
			.containsExactly("invoke-crisis", "stand-down");
	}

}
