package org.imprimatur.security.demo;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.imprimatur.security.CannotStart;
import org.imprimatur.security.Settings;
import org.imprimatur.security.TeamNamed;
import org.imprimatur.security.guards.PasswordRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Without the demo the start is refused until it is safe")
class StartOfPeopleTest {

	private ProcessEngine engine;

	@BeforeEach
	void anEmptyInstallation() {
		this.engine = installation(false);
	}

	/** The rules for passwords are on without the demo only. */
	private static ProcessEngine installation(boolean rules) {
		StandaloneInMemProcessEngineConfiguration empty = new StandaloneInMemProcessEngineConfiguration();
		empty.setProcessEngineName("start");
		empty.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
		empty.setGroupResourceWhitelistPattern("[a-z][a-z0-9-]*");
		empty.setUserResourceWhitelistPattern("[a-z][a-z0-9-]*");
		empty.setEnablePasswordPolicy(rules);
		empty.setPasswordPolicy(new PasswordRules());
		empty.setJobExecutorActivate(false);
		return empty.buildProcessEngine();
	}

	@AfterEach
	void close() {
		this.engine.close();
	}

	private Grants start(boolean demo, String login, String password) {
		Grants grants = new Grants(this.engine.getAuthorizationService(), this.engine.getIdentityService());
		new StartOfPeople(this.engine.getIdentityService(),
				new Settings(demo, "classpath:/", true, new Settings.Admin(login, password, "Jo March")),
				new DemoPeople(this.engine.getIdentityService()), grants,
				new ReadyFilters(this.engine.getFilterService(), this.engine.getTaskService(), grants))
			.afterSingletonsInstantiated();
		return grants;
	}

	@Test
	void aDemoPasswordStopsItAndIsNamed() {
		start(true, "", "");
		assertThatThrownBy(() -> start(false, "jo", "a rather long sentence")).isInstanceOf(CannotStart.class)
			.hasMessageContaining("author")
			.hasMessageContaining("trust-secretary");
	}

	@Test
	void itAsksForAFirstAdministrator() {
		this.engine.close();
		this.engine = installation(true);
		assertThatThrownBy(() -> start(false, "", "")).isInstanceOf(CannotStart.class)
			.hasMessageContaining("imprimatur.admin.login");
		assertThatThrownBy(() -> start(false, "jo", "short")).hasMessageContaining("twelve");
		start(false, "jo", "a rather long sentence");
		assertThat(this.engine.getIdentityService().createUserQuery().memberOfGroup("camunda-admin").list())
			.extracting("id")
			.containsExactly("jo");
		assertThatCode(() -> start(false, "", "")).doesNotThrowAnyException();
	}

	@Test
	void aTeamAddedLaterWorksAsSoonAsARegisterNamesIt() {
		Grants grants = start(true, "", "");
		assertThat(rightsOf("team-new")).isEmpty();
		grants.on(new TeamNamed("team-new"));
		assertThat(rightsOf("team-new")).contains("tasklist", "post-approval")
			.isEqualTo(rightsOf("digital-team"))
			.isEqualTo(rightsOf("team-new-approvers"))
			.isEqualTo(rightsOf("trust-board-secretary"));
	}

	private List<String> rightsOf(String group) {
		return this.engine.getAuthorizationService()
			.createAuthorizationQuery()
			.groupIdIn(group)
			.list()
			.stream()
			.map((right) -> right.getResourceId())
			.sorted()
			.toList();
	}

	@Test
	void startingAgainMakesNothingTwice() {
		start(true, "", "");
		long filters = this.engine.getFilterService().createFilterQuery().count();
		long rights = this.engine.getAuthorizationService().createAuthorizationQuery().count();
		start(true, "", "");
		assertThat(this.engine.getFilterService().createFilterQuery().count()).isEqualTo(filters).isEqualTo(4);
		assertThat(this.engine.getAuthorizationService().createAuthorizationQuery().count()).isEqualTo(rights);
	}

}
