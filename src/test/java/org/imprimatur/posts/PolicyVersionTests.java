package org.imprimatur.posts;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.imprimatur.PdfText;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imprimatur.posts.Draft.aPost;

@Policy("VERSION")
@DisplayName("A post shows the version of the policy that it began under, and that each step was done under")
class PolicyVersionTests extends HistoryAtWork {

	private static final String FIELD = "version";

	private String before;

	@AfterEach
	void putBack() {
		if (this.before != null) {
			ReflectionTestUtils.setField(policy(), FIELD, this.before);
		}
	}

	@Test
	@DisplayName("once, where it did not change on the way")
	void once() throws Exception {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		String now = (String) ReflectionTestUtils.getField(policy(), FIELD);
		String page = page("manager", "/history/" + post.reference()).getContentAsString();
		assertThat(page).contains("Begun under version " + now + " of the policy, which was in force at each step.")
			.doesNotContain("Policy: version");
		String story = story(post);
		assertThat(JsonPath.<String>read(story, "$.policy.beganUnder")).isEqualTo(now);
		assertThat(JsonPath.<Boolean>read(story, "$.policy.changed")).isFalse();
		assertThat(paper(post)).contains("Begununderversion" + now + "ofthepolicy").doesNotContain("Policy:version");
	}

	@Test
	@DisplayName("at each step, where another came into force; no later change rewrites what was")
	void changed() throws Exception {
		itIsInForce("7.1");
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		itIsInForce("7.2 <b>");
		this.approver.approves(post);
		itIsInForce("8");
		String story = story(post);
		assertThat(JsonPath.<String>read(story, "$.policy.beganUnder")).isEqualTo("7.1");
		assertThat(JsonPath.<Boolean>read(story, "$.policy.changed")).isTrue();
		assertThat(versions(story, "Charity.*")).containsExactly("7.1");
		assertThat(versions(story, "Sign-off.*")).containsExactly("7.2 <b>");
		assertThat(page("manager", "/history/" + post.reference()).getContentAsString())
			.contains("Begun under version 7.1 of the policy. Another came into force on the way",
					"Policy: version 7.1.", "Policy: version 7.2 &lt;b&gt;.")
			.doesNotContain("version 8");
		assertThat(paper(post)).contains("Begununderversion7.1", "Policy:version7.1.", "Policy:version7.2<b>.")
			.doesNotContain("version8");
	}

	@Test
	@DisplayName("and says that it is not known of what is older than the note")
	void older() throws Exception {
		itIsInForce(null);
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		assertThat(page("manager", "/history/" + post.reference()).getContentAsString())
			.contains("Which version of the policy it began under was not kept then.")
			.doesNotContain("Policy: version");
		itIsInForce("9");
		this.approver.approves(post);
		assertThat(page("manager", "/history/" + post.reference()).getContentAsString())
			.contains("The version of the policy was not kept then.", "Policy: version 9.");
	}

	@Test
	@DisplayName("which nobody may change afterwards, be it in the database")
	void mayNotBeChanged() {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		for (String table : List.of("history_case", "history_step")) {
			var change = this.stage.jdbc.sql("update " + table + " set policy_version = 'other' where reference = ?")
				.param(post.reference());
			assertThatThrownBy(change::update).hasStackTraceContaining("part of the record");
		}
	}

	private Object policy() {
		return this.stage.context.getBean("policyInForce");
	}

	private void itIsInForce(String version) {
		if (this.before == null) {
			this.before = (String) ReflectionTestUtils.getField(policy(), FIELD);
		}
		ReflectionTestUtils.setField(policy(), FIELD, version);
	}

	private String story(OnePost post) throws Exception {
		return json("manager", "/history/" + post.reference()).getContentAsString();
	}

	private static List<String> versions(String story, String title) {
		return JsonPath.read(story, "$.timeline[?(@.title =~ /" + title + "/)].policyVersion");
	}

	private String paper(OnePost post) throws Exception {
		return PdfText.of(get("manager", "/history/" + post.reference() + "/case-file.pdf", MediaType.ALL)
			.getContentAsByteArray());
	}

}
