package org.imprimatur.security.demo;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.imprimatur.security.CannotStart;
import org.imprimatur.security.Settings;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Sees to it, before the first request is served, that there are people: the demo's, or a
 * first administrator. Without the demo the start is refused while one of its passwords
 * still opens the door. Every runner of another package finds the people in place.
 */
@Component
class StartOfPeople implements SmartInitializingSingleton {

	private static final String ADMINISTRATORS = "camunda-admin";

	private final IdentityService identity;

	private final Settings settings;

	private final DemoPeople demo;

	private final Grants grants;

	private final ReadyFilters filters;

	StartOfPeople(IdentityService identity, Settings settings, DemoPeople demo, Grants grants, ReadyFilters filters) {
		this.identity = identity;
		this.settings = settings;
		this.demo = demo;
		this.grants = grants;
		this.filters = filters;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.demo.makeGroups();
		if (this.settings.demo()) {
			this.demo.makePeople();
		}
		else {
			refuseDemoPasswords();
			firstAdministrator();
		}
		this.grants.make();
		this.filters.make();
	}

	private void refuseDemoPasswords() {
		List<String> open = this.demo.logins()
			.stream()
			.filter((login) -> this.identity.checkPassword(login, DemoPeople.PASSWORD))
			.toList();
		if (!open.isEmpty()) {
			throw new CannotStart("Imprimatur does not start without the demo while these logins still have the demo's "
					+ "password: " + String.join(", ", open)
					+ ". Use another database, or start once with IMPRIMATUR_DEMO=true and change or delete them "
					+ "in the administration under /camunda/app/admin/.");
		}
	}

	private void firstAdministrator() {
		if (this.identity.createUserQuery().memberOfGroup(ADMINISTRATORS).count() > 0) {
			return;
		}
		Settings.Admin admin = this.settings.admin();
		if (admin.login().isBlank() || admin.password().isBlank()) {
			throw new CannotStart(
					"Nobody administers this installation yet. Give the first administrator by the settings "
							+ "imprimatur.admin.login, imprimatur.admin.password (twelve characters or more) and "
							+ "imprimatur.admin.name (or IMPRIMATUR_ADMIN_LOGIN and so on), and start again.");
		}
		if (!admin.login().matches("[a-z][a-z0-9-]*")) {
			throw new CannotStart(
					"imprimatur.admin.login must begin with a letter and have lower case letters, digits and "
							+ "hyphens only.");
		}
		if (this.identity.createUserQuery().userId(admin.login()).count() == 0) {
			String[] name = admin.name().strip().split(" ", 2);
			User user = this.identity.newUser(admin.login());
			user.setFirstName(name[0]);
			user.setLastName((name.length > 1) ? name[1] : "");
			user.setPassword(admin.password());
			if (!this.identity.checkPasswordAgainstPolicy(admin.password(), user).isValid()) {
				throw new CannotStart("imprimatur.admin.password must have twelve characters or more, and be neither a "
						+ "common password nor contain the administrator's name.");
			}
			this.identity.saveUser(user);
		}
		this.identity.createMembership(admin.login(), ADMINISTRATORS);
	}

}
