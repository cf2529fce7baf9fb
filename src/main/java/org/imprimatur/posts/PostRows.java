package org.imprimatur.posts;

import java.util.List;
import java.util.Set;

import org.imprimatur.history.ItemRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the record holds of a post and its corrections. */
@Component
class PostRows implements ItemRows {

	private static final String OF_CORRECTION = "r.case_id in (select c.case_id from correction c where c.reference = ?)";

	private static final List<Rows> ROWS = List.of(Rows.of("correction_judgement", OF_CORRECTION),
			Rows.of("correction_done", OF_CORRECTION), Rows.of("correction_media", OF_CORRECTION),
			Rows.of("correction_ending", OF_CORRECTION), Rows.of("correction"), Rows.of("breaking_notice"),
			Rows.of("escalation"), Rows.of("post_answer"),
			// the copy stays, and no longer says of what
			Rows.of("post_copy", "r.copied_from = ?"), Rows.of("post_copy"), Rows.of("post_full_route"),
			Rows.of("post_ending"), Rows.of("post_act"), Rows.of("post_release"), Rows.of("post_slot"),
			Rows.of("post_decision"), Rows.of("post_media"), Rows.of("post_revision_text"), Rows.of("post_revision"),
			new Rows("seen_revision", "r.reference = ?", false), Rows.of("post"));

	private final JdbcClient jdbc;

	PostRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Rows> rows() {
		return ROWS;
	}

	@Override
	public Set<String> files(String reference) {
		return Set.copyOf(this.jdbc.sql("""
				select file from post_media where reference = :item
				union select m.file from correction_media m join correction c on c.case_id = m.case_id
				where c.reference = :item""").param("item", reference).query(String.class).list());
	}

	@Override
	public boolean uses(String file) {
		return !this.jdbc.sql("""
				select file from post_media where file = :file union select file from correction_media
				where file = :file union select name from post_template where fields like :quoted""")
			.param("file", file)
			.param("quoted", "%\"" + file + "\"%")
			.query(String.class)
			.list()
			.isEmpty();
	}

	/** Its words took the place of something else that went out. */
	@Override
	public boolean isNeeded(String reference) {
		return !this.jdbc.sql("""
				select d.id from correction_done d join correction c on c.case_id = d.case_id
				where d.approved_post = :item and c.reference <> :item limit 1""")
			.param("item", reference)
			.query(Long.class)
			.list()
			.isEmpty();
	}

}
