package org.imprimatur.posts;

import org.imprimatur.PdfText;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "BOARD", "APPROVED", "OBJECTS" })
@DisplayName("The pack of a Board counts the posts of its organisation")
class BoardPackFiguresTests extends HistoryAtWork {

	@Test
	@DisplayName("those of the months, whether or not its secretary may read them, and not those of the other one")
	void figures() throws Exception {
		this.stage.itIs("2026-03-31T23:30");
		this.author.submits(aPost());
		// half an hour later it is April in London
		this.stage.itIs("2026-04-01T00:15");
		OnePost refused = this.author.submits(aPost());
		this.objectsReviewer.finds(refused, ObjectsFinding.NOT_ALIGNED);
		OnePost approved = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(approved);
		this.approver.approves(approved);
		this.author.submits(aPost().on(Draft.SECTION_ACCOUNT));
		assertThat(pack("trust-secretary", "TRUST")).contains("Postsproposed2P", "Objectschecked2P", "Notaligned1P",
				"Approved1P", "Refused1P", "Expired0P", "Withoutapproval0W", "Postsoverridden0P");
		assertThat(pack("section-secretary", "SECTION")).as("what both own is the Section's as well")
			.contains("Postsproposed3P", "Objectschecked2P", "Approved1P");
	}

	private String pack(String login, String board) throws Exception {
		return PdfText
			.of(get(login, "/history/board-pack.pdf?board=" + board + "&since=2026-04&until=2026-04", MediaType.ALL)
				.getContentAsByteArray());
	}

}
