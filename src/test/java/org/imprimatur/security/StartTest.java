package org.imprimatur.security;

import org.imprimatur.EngineTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
class StartTest {

	@Autowired
	People people;

	@Test
	void theDemoPeopleAreThere() {
		assertThat(this.people.find("approver2").orElseThrow().groups()).contains("charity-objects-reviewers");
	}

}
