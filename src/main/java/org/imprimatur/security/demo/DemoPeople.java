package org.imprimatur.security.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The groups that the processes name, and the invented people of the demo
 * ({@code demo/people.csv}). Nobody who is there already is changed.
 */
@Component
class DemoPeople {

	static final String PASSWORD = "imprimatur";

	private static final Map<String, String> GROUPS = groups();

	private final IdentityService identity;

	DemoPeople(IdentityService identity) {
		this.identity = identity;
	}

	List<String> logins() {
		return rows().stream().map((row) -> row[0]).toList();
	}

	void makeGroups() {
		GROUPS.forEach((id, name) -> {
			if (this.identity.createGroupQuery().groupId(id).count() == 0) {
				Group group = this.identity.newGroup(id);
				group.setName(name);
				group.setType(id.equals("camunda-admin") ? "SYSTEM" : "WORKFLOW");
				this.identity.saveGroup(group);
			}
		});
	}

	void makePeople() {
		for (String[] row : rows()) {
			if (this.identity.createUserQuery().userId(row[0]).count() > 0) {
				continue;
			}
			User user = this.identity.newUser(row[0]);
			user.setFirstName(row[1]);
			user.setLastName(row[2]);
			user.setPassword(PASSWORD);
			user.setEmail(row[0] + "@imprimatur.example");
			this.identity.saveUser(user);
			for (String group : row[3].split(" ")) {
				this.identity.createMembership(row[0], group);
			}
		}
	}

	private static List<String[]> rows() {
		try {
			return new ClassPathResource("demo/people.csv").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.skip(1)
				.filter((line) -> !line.isBlank())
				.map((line) -> line.split(","))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> groups() {
		Map<String, String> groups = new LinkedHashMap<>();
		groups.put("camunda-admin", "Administrators");
		groups.put("modellers", "Modellers");
		groups.put("integrations", "Programs");
		groups.put("managers", "Managers");
		groups.put("digital-team", "Digital Team");
		groups.put("digital-team-approvers", "Digital Team, approvers");
		groups.put("charity-objects-reviewers", "Charity objects reviewers");
		groups.put("team-news", "News team");
		groups.put("team-news-approvers", "News team, approvers");
		groups.put("community-leeds", "Leeds community");
		groups.put("community-leeds-approvers", "Leeds community, approvers");
		groups.put("supporter-communications", "Supporter Communications Team");
		groups.put("digital-engagement-manager", "Digital Engagement Manager");
		groups.put("head-of-communications", "Head of Communications");
		groups.put("data-protection-lead", "Data Protection Lead");
		groups.put("ceo", "Chief Executive");
		groups.put("ceo-deputies", "Chief Executive's deputies");
		groups.put("trust-board-secretary", "Secretary of the Trust's Board");
		groups.put("section-board-secretary", "Secretary of the Section's Board");
		groups.put("trustees", "Trustees");
		groups.put("trust-board", "Trust's Board");
		groups.put("trustees-chair", "Chair of the Trustees");
		groups.put("trustees-vice-chair", "Vice-chair of the Trustees");
		groups.put("section-board", "Section's Board");
		return groups;
	}

}
