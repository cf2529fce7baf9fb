package org.imprimatur.security.guards;

import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A new password is long, uncommon and not the person's own name")
class PasswordRulesTest {

	@ParameterizedTest
	@CsvSource({ "imprimatur,false", "short,false", "elevenchars,false", "twelve chars,true",
			"a rather long sentence,true", "Password1234,false", "aaaaaaaaaaaaaaaa,false", "abababababab,false",
			"my name is Priya,false", "raman-raman-x,false", "the author wrote it,false",
			"a password is a long thing to say,true" })
	void isTakenOrNot(String password, boolean taken) {
		UserEntity priya = new UserEntity("author");
		priya.setFirstName("Priya");
		priya.setLastName("Raman");
		assertThat(new PasswordRules().getRules().stream().allMatch((rule) -> rule.execute(password, priya)))
			.isEqualTo(taken);
	}

}
