package org.imprimatur.incidents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables that the Trustees' decision asks, row by row. */
@Policy("TRUSTEES")
@DisplayName("What speaks for a report to the Charity Commission, and what against")
class IndicatorsTest {

	private final DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();

	private final Map<String, Object> facts = new HashMap<>(Map.of("severity", "S3", "immediateDanger", "NO",
			"personalData", "NO", "peopleAffected", "NO", "organisationAffected", "YES", "childConcerned", "NO",
			"leaderConcerned", "NO", "accountOwner", "JOINT"));

	@Test
	@DisplayName("Danger to a person speaks for it")
	void danger() {
		this.facts.put("immediateDanger", "YES");
		assertThat(speaks("FOR")).contains("PERSON_IN_DANGER");
		assertThat(speaks("AGAINST")).doesNotContain("NOBODY_HARMED");
	}

	@Test
	@DisplayName("What nobody has ruled out speaks for it, since a risk counts as harm does")
	void notRuledOut() {
		this.facts.put("immediateDanger", "NOT_KNOWN");
		this.facts.put("personalData", "NOT_KNOWN");
		assertThat(speaks("FOR")).contains("DANGER_NOT_RULED_OUT", "DATA_NOT_RULED_OUT");
	}

	@Test
	@DisplayName("A child, people, data and those who lead us speak for it, each in a sentence of its own")
	void each() {
		this.facts.put("childConcerned", "YES");
		this.facts.put("peopleAffected", "YES");
		this.facts.put("personalData", "YES");
		this.facts.put("leaderConcerned", "YES");
		this.facts.put("severity", "S1");
		assertThat(speaks("FOR")).containsExactly("PEOPLE_HARMED", "CHILD_AT_RISK", "DATA_LOST", "WORK_OR_NAME_HARMED",
				"LEADER_CONCERNED", "TRUST_ACCOUNT");
		assertThat(speaks("AGAINST")).isEmpty();
	}

	@Test
	@DisplayName("An account of the Section speaks against it, the shared name for it")
	void sectionAccount() {
		this.facts.put("accountOwner", "SECTION");
		assertThat(speaks("FOR")).containsExactly("SHARED_NAME_HARMED");
		assertThat(speaks("AGAINST")).contains("SECTION_ACCOUNT");
	}

	@Test
	@DisplayName("A limited matter in which nobody is harmed has nothing but what speaks against it, and whose account it was")
	void limited() {
		this.facts.put("severity", "S4");
		this.facts.put("organisationAffected", "NO");
		assertThat(speaks("FOR")).containsExactly("TRUST_ACCOUNT");
		assertThat(speaks("AGAINST")).containsExactly("LIMITED_HARM", "NOBODY_HARMED", "NO_DATA_LOST",
				"WORK_UNTOUCHED");
	}

	@ParameterizedTest(name = "{0} Trustees in office: {1} views")
	@CsvSource({ "0,2", "3,2", "4,3", "5,3", "6,4", "7,4", "8,5", "9,5", "10,6", "11,6", "12,7", "30,7" })
	void quorum(int inOffice, int size) {
		assertThat(this.engine.evaluateDecisionTable(decision("trustees-quorum"), Map.of("trusteesInOffice", inOffice))
			.getSingleResult()
			.<Object>getEntry("quorumSize")).isEqualTo(size);
	}

	private List<String> speaks(String weight) {
		return this.engine.evaluateDecisionTable(decision("serious-incident-indicators"), this.facts)
			.getResultList()
			.stream()
			.filter((row) -> row.get("weight").equals(weight))
			.map((row) -> (String) row.get("indicator"))
			.toList();
	}

	/** Wherever the table stands: policy staff may join several in one file. */
	private DmnDecision decision(String key) {
		try (var files = Files.list(Path.of("processes/incidents"))) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".dmn")).toList()) {
				try (InputStream in = Files.newInputStream(file)) {
					for (DmnDecision decision : this.engine.parseDecisions(in)) {
						if (decision.getKey().equals(key)) {
							return decision;
						}
					}
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		throw new IllegalStateException("No decision " + key);
	}

}
