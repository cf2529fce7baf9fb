package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.replay.RouteReplay;
import org.imprimatur.models.replay.RouteReplay.Change;
import org.imprimatur.models.replay.RouteReplays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("Before a changed process goes live, the cases on record go through it")
class RouteReplayTests extends HistoryAtWork {

	private static final String MODEL = "post-approval.bpmn";

	@Autowired
	RouteReplays replays;

	private String text;

	@BeforeEach
	void read() throws Exception {
		this.text = new ClassPathResource("processes/posts/" + MODEL).getContentAsString(StandardCharsets.UTF_8);
	}

	private RouteReplay replay(String login, String... changes) {
		String model = this.text;
		for (int i = 0; i < changes.length; i += 2) {
			assertThat(model).contains(changes[i]);
			model = model.replace(changes[i], changes[i + 1]);
		}
		return this.replays
			.over(List.of(ModelFile.of(MODEL, model.getBytes(StandardCharsets.UTF_8))), 500, this.stage.person(login))
			.get(0);
	}

	private static Change of(RouteReplay replay, OnePost post) {
		return replay.changed()
			.stream()
			.filter((one) -> one.reference().equals(post.reference()))
			.findFirst()
			.orElseThrow();
	}

	@Test
	@DisplayName("a question that answers otherwise is asked with what people decided then")
	void question() {
		OnePost approved = approved(aPost());
		OnePost drafted = this.author.submits(aPost());
		RouteReplay replay = replay("manager", "${signOffPost == 'APPROVED'}", "${signOffPost == 'SWAPPED'}",
				"${signOffPost == 'REJECTED'}", "${signOffPost == 'APPROVED'}");
		Change change = of(replay, approved);
		assertThat(change.element()).isEqualTo("post-approved");
		assertThat(change.now()).isEqualTo("Post rejected");
		assertThat(replay.changed()).extracting(Change::reference).doesNotContain(drafted.reference());
		assertThat(replay.partings()).anySatisfy((parting) -> {
			assertThat(parting.element()).isEqualTo("post-approved");
			assertThat(parting.times()).isPositive();
		});
		assertThat(replay.summary()).contains("would have gone another way");
	}

	@Test
	@DisplayName("a new element on the way, and one that is gone, are told where each case comes to them first")
	void element() {
		OnePost approved = approved(aPost());
		RouteReplay added = replay("manager", "sourceRef=\"post-aligned\" targetRef=\"route-needed\"",
				"sourceRef=\"post-aligned\" targetRef=\"looked-at\"", "    <bpmn:sequenceFlow id=\"aligned-yes\"",
				"    <bpmn:exclusiveGateway id=\"looked-at\" name=\"Looked at\"/><bpmn:sequenceFlow id=\"looked-at-on\" sourceRef=\"looked-at\" targetRef=\"route-needed\"/>\n    <bpmn:sequenceFlow id=\"aligned-yes\"");
		assertThat(of(added, approved).at()).isEqualTo("Is the post aligned?");
		assertThat(of(added, approved).now()).isEqualTo("Looked at");
		RouteReplay gone = replay("manager", "\"post-aligned\"", "\"post-in-line\"", ">post-aligned<",
				">post-in-line<");
		assertThat(of(gone, approved).then()).isEqualTo("Is the post aligned? (post-aligned)");
		assertThat(of(gone, approved).now()).isEqualTo("Is the post aligned? (post-in-line)");
	}

	@Test
	@DisplayName("what nobody answered then cannot be told, and what is only called otherwise changes nothing")
	void untold() {
		OnePost approved = approved(aPost());
		RouteReplay untold = replay("manager", "${signOffPost == 'APPROVED'}", "${weather == 'FINE'}");
		assertThat(untold.untold()).containsKey("A question looks at “weather”, which is not on record.");
		RouteReplay same = replay("manager", "name=\"Draft the post\"", "name=\"Write the post\"");
		assertThat(same.changed()).extracting(Change::reference).doesNotContain(approved.reference());
		assertThat(same.same()).isPositive();
	}

	@Test
	@DisplayName("whoever may not see a post is told at most that there are some; the page says the rest")
	void page() throws Exception {
		OnePost approved = approved(aPost());
		RouteReplay replay = replay("modeller", "${signOffPost == 'APPROVED'}", "${signOffPost == 'SWAPPED'}",
				"${signOffPost == 'REJECTED'}", "${signOffPost == 'APPROVED'}");
		assertThat(replay.changed()).isEmpty();
		assertThat(replay.partings()).isEmpty();
		assertThat(replay.hidden()).contains("to items that you may not see");
		assertThat(replay.toString()).doesNotContain(approved.reference());
		MockHttpServletResponse answer = this.pages
			.perform(MockMvcRequestBuilders.multipart("/models/replay")
				.file(new MockMultipartFile("file", MODEL, "text/xml",
						this.text.replace("name=\"Draft the post\"", "name=\"Write the post\"")
							.getBytes(StandardCharsets.UTF_8)))
				.header("Authorization", basic("manager"))
				.accept(MediaType.APPLICATION_JSON))
			.andReturn()
			.getResponse();
		JsonNode told = this.json.readTree(answer.getContentAsString());
		assertThat(told.path("routes").path(0).path("key").asText()).isEqualTo("post-approval");
		assertThat(told.path("routes").path(0).path("changed").toString()).doesNotContain(approved.reference());
	}

}
