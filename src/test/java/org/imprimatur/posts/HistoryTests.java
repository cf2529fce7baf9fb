package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.imprimatur.history.HistoryRebuild;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("The history finds a post again")
class HistoryTests extends HistoryAtWork {

	@Autowired
	HistoryRebuild rebuild;

	@Autowired
	TransactionTemplate transaction;

	@Test
	@DisplayName("by every word of every version, of reasons and comments, whatever their capitals, accents and endings")
	void byText() throws Exception {
		OnePost post = this.author
			.submits(aPost().on(Draft.SECTION_ACCOUNT).saying("Hungarian Quibblers march for Zoë’s café 🕯️"));
		this.approver.answers(post, SignOff.CHANGES_REQUESTED);
		this.author.submits(post, aPost().on(Draft.SECTION_ACCOUNT).saying("Another text altogether."));
		for (String words : List.of("quibbler", "QUIBBLERS marching", "zoe cafe", "hungarian another altogether")) {
			assertThat(found("manager", "q", words)).as(words).containsExactly(post.reference());
		}
		assertThat(found("manager", "q", "quibbler elephants")).as("every word must be there").isEmpty();
		assertThat(found("manager", "q", post.reference().toLowerCase())).containsExactly(post.reference());
	}

	@Test
	@DisplayName("by account, person, state, ending, decision, day and what was out of the ordinary, all of them together")
	void byEverything() throws Exception {
		this.stage.itIs("2026-11-20T10:00");
		OnePost waits = this.author.submits(aPost().on(Draft.SECTION_ACCOUNT).saying("Wumpus first"));
		this.stage.itIs("2026-11-24T10:00");
		OnePost out = out(aPost().saying("Wumpus second"));
		OneCorrection recalled = recalledAt(out);
		String both = "q=wumpus&";
		assertThat(find("manager", "q=wumpus")).containsExactly(out.reference(), waits.reference());
		assertThat(find("manager", both + "account=main-x")).containsExactly(out.reference());
		assertThat(find("manager", both + "entity=TRUST")).containsExactly(out.reference());
		assertThat(find("manager", both + "entity=SECTION")).containsExactly(out.reference(), waits.reference());
		assertThat(find("manager", both + "person=author2")).containsExactly(out.reference());
		assertThat(find("manager", both + "person=" + this.stage.person("author2").name().replace(" ", "%20")))
			.containsExactly(out.reference());
		assertThat(find("manager", both + "outcome=sign-off-post%3DAPPROVED")).containsExactly(out.reference());
		assertThat(find("manager", both + "outcome=sign-off-post%3DREJECTED")).isEmpty();
		assertThat(find("manager", both + "sign=CORRECTED")).containsExactly(out.reference());
		assertThat(find("manager", both + "sign=CORRECTED&sign=DIFFERED")).isEmpty();
		assertThat(find("manager", both + "from=2026-11-24")).containsExactly(out.reference());
		assertThat(find("manager", both + "to=2026-11-20")).containsExactly(waits.reference());
		assertThat(find("manager", both + "state=ended")).as("its correction is open").isEmpty();
		decides(this.approver, recalled, CorrectionDecision.KEEP);
		assertThat(find("manager", both + "state=ended")).containsExactly(out.reference());
		assertThat(find("manager", both + "state=open")).containsExactly(waits.reference());
		assertThat(find("manager", both + "ending=correction-kept")).containsExactly(out.reference());
		assertThat(find("manager", both + "sign=LATE")).as("nobody has signed it").containsExactly(waits.reference());
		this.stage.itIs("2026-11-20T10:30");
		assertThat(find("manager", both + "sign=LATE")).as("it was not late then").isEmpty();
	}

	@Test
	@DisplayName("the newest first, page by page, with how many are open and ended")
	void pageByPage() throws Exception {
		List<String> all = new ArrayList<>();
		for (int number = 0; number < 22; number++) {
			all.add(0, this.author.submits(aPost().saying("Snark number " + number)).reference());
		}
		JsonNode first = ask("manager", "/history?q=snark");
		assertThat(first.path("counts").path("open").path("number").asInt()).isEqualTo(22);
		assertThat(first.path("counts").path("ended").path("number").asInt()).isZero();
		List<String> seen = references(first);
		JsonNode second = ask("manager", first.path("next").asText());
		seen.addAll(references(second));
		assertThat(seen).isEqualTo(all);
		assertThat(second.path("next").isNull()).isTrue();
		assertThat(page("manager", "/history?q=snark").getContentAsString()).contains("22</span> open", "Older",
				"aria-current=\"page\"");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			from=2026-02-30,    day that exists
			to=tomorrow,        day that exists
			from=2026-03-02&to=2026-03-01, not before the first
			account=nobodys,    from the list
			state=somewhere,    from the list
			ending=never,       from the list
			outcome=%3Cb%3E,     from the list
			sign=LOUD,          from the list
			q=%21%3F%21,        Enter a word
			entity=%27%3B--,    from the list
			""")
	@DisplayName("and says what cannot be looked for, keeping what was typed")
	void unclear(String query, String words) throws Exception {
		MockHttpServletResponse answer = page("manager", "/history?" + query);
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString()).contains(words, "There is a problem").doesNotContain("<b>");
	}

	@Test
	@DisplayName("hostile words are looked for as words and shown as text")
	void hostile() throws Exception {
		String hostile = "“><script>alert(1)</script> ' or 1=1 --";
		OnePost post = this.author.submits(aPost().saying("Bandersnatch " + hostile).with("title", hostile));
		MockHttpServletResponse answer = page("manager", "/history?q=bandersnatch%20%27%20or%201%3D1%20--");
		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(answer.getContentAsString()).contains(post.reference(), "&lt;script&gt;")
			.doesNotContain("<script>a");
		assertThat(page("manager", "/history?q=" + "x".repeat(501)).getStatus()).isEqualTo(422);
		assertThat(page("manager", "/history?before=soon").getStatus()).isEqualTo(422);
	}

	@Test
	@DisplayName("only for those who answer for posts: everything, one team’s or one entity’s, and nothing for others")
	void whoMaySee() throws Exception {
		OnePost central = this.author.submits(aPost().saying("Jubjub central"));
		OnePost section = this.author.submits(aPost().on(Draft.SECTION_ACCOUNT).saying("Jubjub section"));
		for (String login : List.of("manager", "hoc", "ceo", "admin")) {
			assertThat(found(login, "q", "jubjub")).as(login).hasSize(2);
		}
		for (String login : List.of("author", "approver", "news", "activist", "trustee1", "modeller")) {
			for (String path : List.of("/history", "/history?q=jubjub")) {
				MockHttpServletResponse refused = json(login, path);
				if (refused.getStatus() == 200) {
					assertThat(refused.getContentAsString()).as(login).doesNotContain("POST-");
				}
				else {
					assertThat(refused.getStatus()).as(login).isEqualTo(403);
				}
			}
		}
		memberOf("modeller", "trust-managers", () -> {
			assertThat(found("modeller", "q", "jubjub")).containsExactly(central.reference());
			assertThat(json("modeller", "/items/" + central.reference()).getStatus()).isEqualTo(200);
			assertThat(json("modeller", "/items/" + section.reference()).getStatus()).isEqualTo(404);
		});
		memberOf("modeller", "digital-team-managers", () -> assertThat(found("modeller", "q", "jubjub")).hasSize(2));
		memberOf("modeller", "team-news-managers", () -> assertThat(found("modeller", "q", "jubjub")).isEmpty());
	}

	@Test
	@DisplayName("and is written with the record or not at all, and can be made anew from it")
	void withTheRecord() throws Exception {
		assertThatIllegalStateException().isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			this.author.submits(aPost().saying("Frumious and gone"));
			throw new IllegalStateException("The power fails.");
		}));
		assertThat(found("manager", "q", "frumious")).isEmpty();
		OnePost post = out(aPost().saying("Frumious and out"));
		assertThat(differences(post)).isEmpty();
		this.stage.jdbc
			.sql("delete from history_mark where number = (select number from history_item " + "where reference = ?)")
			.param(post.reference())
			.update();
		assertThat(found("manager", "q", "frumious")).isEmpty();
		assertThat(differences(post)).singleElement().asString().contains(post.reference(), "would not be found");
		this.stage.jdbc.sql("delete from history_item where reference = ?").param(post.reference()).update();
		assertThat(differences(post)).singleElement().asString().contains("not in the index");
		this.rebuild.rebuild();
		assertThat(differences(post)).isEmpty();
		assertThat(found("manager", "q", "frumious")).containsExactly(post.reference());
	}

	/** Other tests write rows past the program, which no index can follow. */
	private List<String> differences(OnePost post) {
		return this.rebuild.differences(Integer.MAX_VALUE)
			.stream()
			.filter((one) -> one.startsWith(post.reference()))
			.toList();
	}

	private OneCorrection recalledAt(OnePost out) {
		this.approver.recalls(out);
		return of(out);
	}

	private interface Work {

		void run() throws Exception;

	}

	private void memberOf(String login, String group, Work work) throws Exception {
		IdentityService identity = this.stage.identity;
		Group made = identity.newGroup(group);
		made.setName(group);
		identity.saveGroup(made);
		identity.createMembership(login, group);
		try {
			work.run();
		}
		finally {
			identity.deleteGroup(group);
		}
	}

}
