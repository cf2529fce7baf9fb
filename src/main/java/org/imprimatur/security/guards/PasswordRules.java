package org.imprimatur.security.guards;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * What a new password has to be: twelve characters or more, none of the common ones, and
 * nothing of the person's own name or login. No rules about signs and digits: length is
 * what helps.
 */
public class PasswordRules implements PasswordPolicy {

	private static final Set<String> COMMON = Set.of("password", "passw0rd", "imprimatur", "qwerty", "letmein",
			"welcome", "iloveyou", "admin", "camunda", "changeme", "abc123", "123456", "monkey", "dragon", "football",
			"secret", "trustno1", "sunshine", "princess", "amnesty", "charity");

	@Override
	public List<PasswordPolicyRule> getRules() {
		return List.of(rule("PASSWORD_POLICY_LENGTH", "minLength", "12", (word, user) -> word.length() >= 12),
				rule("IMPRIMATUR_COMMON_PASSWORD", "kind", "common", (word, user) -> !isCommon(word)),
				rule("PASSWORD_POLICY_USER_DATA", "kind", "own name", (word, user) -> !isOwn(word, user)));
	}

	private static boolean isCommon(String password) {
		String letters = password.toLowerCase(Locale.ROOT);
		boolean oneSign = letters.chars().distinct().count() < 5;
		// a common word with a few signs around it is still the common word
		return oneSign || COMMON.stream()
			.anyMatch((common) -> letters.contains(common) && letters.length() - common.length() < 8);
	}

	private static boolean isOwn(String password, User user) {
		if (user == null) {
			return false;
		}
		String letters = password.toLowerCase(Locale.ROOT);
		for (String own : new String[] { user.getId(), user.getFirstName(), user.getLastName(), user.getEmail() }) {
			if (own != null && own.length() > 2 && letters.contains(own.toLowerCase(Locale.ROOT))) {
				return true;
			}
		}
		return false;
	}

	private static PasswordPolicyRule rule(String name, String parameter, String value,
			BiPredicate<String, User> holds) {
		return new PasswordPolicyRule() {

			@Override
			public String getPlaceholder() {
				return name;
			}

			@Override
			public Map<String, String> getParameters() {
				return Map.of(parameter, value);
			}

			@Override
			public boolean execute(String password) {
				return holds.test(password, null);
			}

			@Override
			public boolean execute(String password, User user) {
				return holds.test(password, user);
			}

		};
	}

}
