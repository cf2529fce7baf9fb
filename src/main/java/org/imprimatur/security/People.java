package org.imprimatur.security;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Everybody who can sign in, from the engine's identity tables. */
@Component
public class People {

	/** The engine answers no signed-in person without a limit. */
	private static final int MOST = 500;

	private final ObjectProvider<IdentityService> identity;

	People(ObjectProvider<IdentityService> identity) {
		this.identity = identity;
	}

	/**
	 * The person acting now, by page, REST or web application.
	 * @throws AuthenticationCredentialsNotFoundException if nobody is signed in
	 */
	public Person acting() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !authentication.isAuthenticated()) {
			throw new AuthenticationCredentialsNotFoundException("Sign in first.");
		}
		return find(authentication.getName())
			.orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Sign in first."));
	}

	public Optional<Person> find(String login) {
		return Door.through(
				() -> Optional.ofNullable(query().createUserQuery().userId(login).singleResult()).map(this::person));
	}

	/** The members of a group, in the order of their names. */
	public List<Person> inGroup(String group) {
		return query().createUserQuery()
			.memberOfGroup(group)
			.orderByUserFirstName()
			.asc()
			.listPage(0, MOST)
			.stream()
			.map(this::person)
			.toList();
	}

	/**
	 * The name to show for a login; the login itself if the person is no longer known.
	 */
	public String nameOf(String login) {
		return find(login).map(Person::name).orElse(login);
	}

	/** What people call a group; its id if it is not known. */
	public String nameOfGroup(String group) {
		return Door.through(() -> Optional.ofNullable(query().createGroupQuery().groupId(group).singleResult())
			.map(Group::getName)
			.orElse(group));
	}

	private Person person(User user) {
		String name = (user.getFirstName() + " " + (user.getLastName() != null ? user.getLastName() : "")).trim();
		return new Person(user.getId(), name,
				query().createGroupQuery()
					.groupMember(user.getId())
					.listPage(0, MOST)
					.stream()
					.map(Group::getId)
					.collect(Collectors.toSet()));
	}

	private IdentityService query() {
		return this.identity.getObject();
	}

}
