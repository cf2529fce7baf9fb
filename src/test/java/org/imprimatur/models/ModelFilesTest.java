package org.imprimatur.models;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The files under processes")
class ModelFilesTest {

	@Test
	@DisplayName("are deployed without the examples, which are read beside them")
	void examples() {
		ModelFiles files = new ModelFiles("classpath:/");
		assertThat(files.read().keySet()).isNotEmpty().allMatch((name) -> name.matches(".*\\.(bpmn|dmn)"));
		assertThat(files.examples()).containsKey("posts/objects-check.examples.csv")
			.hasEntrySatisfying("incidents/serious-incident-indicators.examples.csv",
					(text) -> assertThat(new String(text, StandardCharsets.UTF_8))
						.contains("though the account is the Section’s."));
	}

}
