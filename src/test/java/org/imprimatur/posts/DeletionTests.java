package org.imprimatur.posts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.imageio.ImageIO;

import org.imprimatur.history.HistoryRebuild;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Finding;
import org.imprimatur.ledger.Proof;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.retention.Deletion;
import org.imprimatur.retention.LegalHolds;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("What is due and not held is deleted")
class DeletionTests extends HistoryAtWork {

	/** Which outlive everything. */
	private static final List<String> REGISTERS = List.of("account", "account_change", "account_authorisation",
			"training", "partner", "board_meeting", "ledger_entry");

	@Autowired
	Deletion deletion;

	@Autowired
	LegalHolds holds;

	@Autowired
	ApplicationContext context;

	@Autowired
	HistoryRebuild rebuild;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MediaFiles media;

	@Test
	@DisplayName("a published post with its correction, six years later, everywhere but in the ledger")
	void whole() throws Exception {
		this.stage.itIs("2003-03-03T10:00");
		OnePost post = approved(aPost());
		this.author.schedules(post, "2003-03-03T15:00");
		post.timer("slot-arrived").fires();
		this.author2.publishes(post);
		OnePost copy = copyOf(post);
		this.approver.recalls(post);
		decides(this.approver, of(post), CorrectionDecision.KEEP);
		page("manager", "/history/" + post.reference());
		Map<String, Long> registers = counts(REGISTERS);
		Set<String> before = findings();
		this.stage.itIs("2009-03-02T12:00");
		this.deletion.round();
		assertThat(rowsOf(post)).as("a day too early").isNotEmpty();
		this.stage.itIs("2009-03-06T02:00");
		assertThat(this.deletion.round()).isPositive();
		assertThat(rowsOf(post)).isEmpty();
		assertThat(findings()).isEqualTo(before);
		counts(REGISTERS)
			.forEach((table, rows) -> assertThat(rows).as(table).isGreaterThanOrEqualTo(registers.get(table)));
		for (String path : List.of("/items/", "/history/")) {
			assertThat(json("manager", path + post.reference()).getStatus()).as(path).isEqualTo(404);
		}
		assertThat(this.rebuild.differences(Integer.MAX_VALUE)).noneMatch((one) -> one.startsWith(post.reference()));
		assertThat(json("manager", "/items/" + copy.reference()).getStatus()).as("its copy stays").isEqualTo(200);
		assertThat(this.stage.jdbc
			.sql("select e.kind from erasure e join erasure_row r on r.erasure = e.id"
					+ " where r.reference = ? and e.released_by is null")
			.param(post.reference())
			.query(String.class)
			.list()).isNotEmpty().containsOnly("RETENTION");
	}

	@Test
	@DisplayName("but nothing that a legal hold keeps, until it is lifted")
	void held() throws Exception {
		this.stage.itIs("2004-03-03T10:00");
		OnePost post = this.author.submits(aPost());
		this.stage.runtime.deleteProcessInstance(post.caseId(), "by the test");
		OnePost open = this.author.submits(aPost());
		long hold = this.stage.as(this.stage.person("hoc"),
				() -> this.holds.place(
						Fields.none().with("reference", post.reference()).with("reason", "The police asked."),
						this.stage.person("hoc")));
		this.stage.itIs("2006-03-03T02:00");
		Map<String, Long> rows = rowsOf(post);
		this.deletion.round();
		assertThat(rowsOf(post)).isEqualTo(rows);
		this.stage.as(this.stage.person("trust-secretary"), () -> {
			this.holds.lift(hold, Fields.none().with("reason", "They are done."), this.stage.person("trust-secretary"));
			return null;
		});
		Set<String> before = findings();
		assertThat(this.deletion.round()).isPositive();
		assertThat(rowsOf(post)).isEmpty();
		assertThat(rowsOf(open)).as("what is open is never due").isNotEmpty();
		assertThat(findings()).isEqualTo(before);
		assertThat(this.deletion.round()).as("a second time").isZero();
	}

	@Test
	@DisplayName("and a file with the last item that uses it")
	void files() throws Exception {
		this.stage.itIs("2001-03-01T10:00");
		MediaFile picture = picture();
		OnePost one = this.author.submits(aPost().with("media", picture.id()).with("altText", "A dot"));
		this.stage.runtime.deleteProcessInstance(one.caseId(), "by the test");
		this.stage.itIs("2001-04-01T10:00");
		OnePost other = this.author.submits(aPost().with("media", picture.id()).with("altText", "A dot"));
		this.stage.runtime.deleteProcessInstance(other.caseId(), "by the test");
		this.stage.itIs("2003-03-01T10:00");
		this.deletion.round();
		assertThat(rowsOf(one)).isEmpty();
		assertThat(this.media.find(picture.id())).isPresent();
		this.stage.itIs("2003-04-01T10:00");
		Set<String> before = findings();
		this.deletion.round();
		assertThat(rowsOf(other)).isEmpty();
		assertThat(this.media.find(picture.id())).isEmpty();
		assertThat(findings()).isEqualTo(before);
	}

	private MediaFile picture() throws IOException {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		BufferedImage image = new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, (int) System.nanoTime());
		ImageIO.write(image, "png", png);
		return this.stage.as(this.stage.person("author"),
				() -> this.media.keep("media", "seen.png", png.toByteArray(), this.stage.person("author")));
	}

	private OnePost copyOf(OnePost post) {
		OnePost copy = this.author.submits(aPost());
		this.transaction.executeWithoutResult((status) -> {
			Timestamp now = Timestamp.from(this.stage.now());
			this.stage.jdbc
				.sql("insert into post_copy (reference, copied_from, copied_by, copied_at) values (?, ?, 'author', ?)")
				.params(copy.reference(), post.reference(), now)
				.update();
			this.stage.jdbc.sql("""
					insert into item_comment (reference, task, text, made_by, made_at)
					values (?, 'sign-off-post', 'Good.', 'approver', ?)""").params(post.reference(), now).update();
		});
		return copy;
	}

	/** What a verification finds. */
	private Set<String> findings() {
		return Set.copyOf(Proof.findings(this.context).stream().map(Finding::toString).toList());
	}

	private Map<String, Long> counts(List<String> tables) {
		Map<String, Long> counts = new LinkedHashMap<>();
		tables.forEach((table) -> counts.put(table,
				this.stage.jdbc.sql("select count(*) from " + table).query(Long.class).single()));
		return counts;
	}

	/** How many rows of each table name this post or its cases. */
	private Map<String, Long> rowsOf(OnePost post) {
		List<String> cases = new ArrayList<>(List.of(post.caseId(), post.reference()));
		Map<String, Long> rows = new LinkedHashMap<>();
		this.stage.jdbc.sql("""
				select lower(table_name) as of, lower(column_name) as name from information_schema.columns
				where lower(column_name) in ('reference', 'post', 'copied_from', 'business_key_', 'proc_inst_id_',
				'root_proc_inst_id_', 'case_id') and lower(table_schema) = 'public'
				and lower(table_name) not in ('ledger_entry', 'erasure_row')""")
			.query((row, number) -> List.of(row.getString("of"), row.getString("name")))
			.list()
			.forEach((column) -> {
				long found = this.stage.jdbc
					.sql("select count(*) from " + column.get(0) + " where " + column.get(1) + " in (:these)")
					.param("these", cases)
					.query(Long.class)
					.single();
				if (found > 0) {
					rows.put(column.get(0) + "." + column.get(1), found);
				}
			});
		return rows;
	}

}
