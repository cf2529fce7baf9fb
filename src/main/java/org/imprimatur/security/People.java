package org.imprimatur.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

	/** Where the person gets mail; empty if nobody has entered it. */
	public Optional<String> addressOf(String login) {
		return Door.through(() -> Optional.ofNullable(query().createUserQuery().userId(login).singleResult())
			.map(User::getEmail)
			.map(String::strip)
			.filter((address) -> !address.isEmpty()));
	}

	/** The members of a group, in the order of their names. */
	public List<Person> inGroup(String group) {
		return Door.through(() -> query().createUserQuery()
			.memberOfGroup(group)
			.orderByUserFirstName()
			.asc()
			.listPage(0, MOST)
			.stream()
			.map(this::person)
			.toList());
	}

	/** Everybody's name by login, in the order of the names. */
	public Map<String, String> everybody() {
		Map<String, String> names = new LinkedHashMap<>();
		Door.through(() -> query().createUserQuery()
			.orderByUserFirstName()
			.asc()
			.orderByUserLastName()
			.asc()
			.listPage(0, MOST)
			.forEach((user) -> names.put(user.getId(), name(user))));
		return names;
	}

	/**
	 * The teams that can hold an account: each is a group that has a second one, its
	 * approvers. Name by id.
	 */
	public Map<String, String> teams() {
		Map<String, String> groups = new LinkedHashMap<>();
		Door.through(() -> query().createGroupQuery()
			.orderByGroupName()
			.asc()
			.listPage(0, MOST)
			.forEach((group) -> groups.put(group.getId(), group.getName())));
		Map<String, String> teams = new LinkedHashMap<>(groups);
		teams.keySet().removeIf((id) -> !groups.containsKey(id + "-approvers"));
		return teams;
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
		return new Person(user.getId(), name(user),
				query().createGroupQuery()
					.groupMember(user.getId())
					.listPage(0, MOST)
					.stream()
					.map(Group::getId)
					.collect(Collectors.toSet()));
	}

	private static String name(User user) {
		return (user.getFirstName() + " " + (user.getLastName() != null ? user.getLastName() : "")).trim();
	}

	private IdentityService query() {
		return this.identity.getObject();
	}

}
