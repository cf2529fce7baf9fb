package org.imprimatur.security.demo;

import java.util.Set;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.imprimatur.security.Door;
import org.imprimatur.security.TeamNamed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What each group may see in the engine's own applications: just what its work needs. One
 * row per group and thing; rights are added to a row, never taken out of it, so that what
 * an administrator granted stays.
 */
@Component
class Grants {

	private static final Set<String> NOT_STAFF = Set.of("camunda-admin", "integrations");

	private final AuthorizationService authorizations;

	private final IdentityService identity;

	Grants(AuthorizationService authorizations, IdentityService identity) {
		this.authorizations = authorizations;
		this.identity = identity;
	}

	void make() {
		for (Resources resource : Resources.values()) {
			grant("camunda-admin", resource, Authorization.ANY, Permissions.ALL);
		}
		this.identity.createGroupQuery().list().stream().map(Group::getId).forEach(this::staff);
		grant("modellers", Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		grant("modellers", Resources.DEPLOYMENT, Authorization.ANY, Permissions.CREATE, Permissions.READ);
		grant("modellers", Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
		grant("modellers", Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
		grant("modellers", Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
	}

	/** A group that an administrator added can work as soon as a register names it. */
	@EventListener
	void on(TeamNamed named) {
		Door.through(() -> {
			staff(named.team());
			staff(named.team() + "-approvers");
		});
	}

	/** What all staff have; the page on which a case begins says who may begin it. */
	private void staff(String group) {
		if (!NOT_STAFF.contains(group)) {
			grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
			grant(group, Resources.FILTER, Authorization.ANY, Permissions.CREATE);
			grant(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
			grant(group, Resources.PROCESS_DEFINITION, "post-approval", Permissions.READ, Permissions.CREATE_INSTANCE);
			grant(group, Resources.PROCESS_DEFINITION, "post-correction", Permissions.READ,
					Permissions.CREATE_INSTANCE);
			grant(group, Resources.PROCESS_DEFINITION, "incident-escalation", Permissions.READ,
					Permissions.CREATE_INSTANCE);
		}
	}

	/** Lets everybody who is signed in read one filter. */
	void everybodyReads(String filter) {
		if (this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GLOBAL)
			.resourceType(Resources.FILTER)
			.resourceId(filter)
			.count() == 0) {
			Authorization all = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
			all.setResource(Resources.FILTER);
			all.setResourceId(filter);
			all.addPermission(Permissions.READ);
			this.authorizations.saveAuthorization(all);
		}
	}

	void grant(String group, Resource resource, String id, Permission... permissions) {
		Authorization row = this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.groupIdIn(group)
			.resourceType(resource)
			.resourceId(id)
			.singleResult();
		if (row == null) {
			row = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			row.setGroupId(group);
			row.setResource(resource);
			row.setResourceId(id);
		}
		boolean changed = false;
		for (Permission permission : permissions) {
			if (!row.isPermissionGranted(permission)) {
				row.addPermission(permission);
				changed = true;
			}
		}
		if (changed) {
			this.authorizations.saveAuthorization(row);
		}
	}

}
