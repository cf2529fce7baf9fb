package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.KeptFields;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("ONE-LOGIN")
@DisplayName("Why an erasure is declined is typed once")
class DeclinedErasureTests extends HistoryAtWork {

	private static final String NAME = "Frumious Bandersnatch";

	@Test
	@DisplayName("it survives a mistake and a session that has ended, and is nobody else's")
	void kept() throws Exception {
		String request = post("dpo", "/erasures", "words", NAME, "ground", "OBJECTION", "explanation", "Nothing else.")
			.getHeader("Location");
		MockHttpServletResponse mistake = form("trust-secretary", request + "/decline", "reason",
				NAME + " is <b>in court</b>.");
		assertThat(mistake.getStatus()).isEqualTo(422);
		assertThat(mistake.getContentAsString()).contains("Take the name out",
				"is &lt;b&gt;in court&lt;/b&gt;.</textarea>");
		MockHttpServletRequest late = new MockHttpServletRequest("POST", request + "/decline");
		late.addParameter("_person", "trust-secretary");
		late.addParameter("reason", "Needed for a court case.");
		KeptFields.keep(late);
		assertThat(again("trust-secretary", request, late)).contains("Needed for a court case.</textarea>");
		assertThat(again("trust-secretary", request, late)).as("once").doesNotContain("court case");
		KeptFields.keep(late);
		assertThat(again("dpo", request, late)).as("somebody else signs in").doesNotContain("court case");
		assertThat(again("trust-secretary", request, late)).doesNotContain("court case");
		assertThat(post("dpo", request + "/take-back").getStatus()).isEqualTo(303);
	}

	/** Opens the page in the session that what was typed was kept in. */
	private String again(String login, String path, MockHttpServletRequest kept) throws Exception {
		return this.pages
			.perform(MockMvcRequestBuilders.get(path)
				.session((MockHttpSession) kept.getSession())
				.header("Authorization", basic(login))
				.accept(MediaType.TEXT_HTML))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
