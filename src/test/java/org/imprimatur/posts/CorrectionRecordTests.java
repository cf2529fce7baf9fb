package org.imprimatur.posts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.imageio.ImageIO;

import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.posts.PostCorrection.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("What went wrong stays on record")
class CorrectionRecordTests extends CorrectionsAtWork {

	@Autowired
	MediaFiles media;

	@Test
	@DisplayName("the database itself refuses to change or delete a row of it")
	void appendOnly() {
		OneCorrection correction = reports(this.outsider, seen(SECTION_ACCOUNT, "media", picture().id()));
		decides(this.approver, correction, CorrectionDecision.REMOVE);
		records(this.author, correction);
		for (String table : List.of("correction", "correction_judgement", "correction_done", "correction_ending",
				"correction_media")) {
			assertThat(this.stage.jdbc.sql("select count(*) from " + table + " where case_id = ?")
				.param(correction.caseId())
				.query(Integer.class)
				.single()).as(table).isPositive();
			for (String change : List.of("update " + table + " set case_id = case_id", "delete from " + table)) {
				assertThatExceptionOfType(DataAccessException.class).isThrownBy(
						() -> this.stage.jdbc.sql(change + " where case_id = ?").param(correction.caseId()).update())
					.havingRootCause()
					.isInstanceOf(SQLException.class)
					.withMessageContaining("never changed or deleted");
			}
		}
	}

	@Test
	@DisplayName("a picture of it is seen by who may read the report, and by nobody else")
	void pictures() {
		MediaFile picture = picture();
		OneCorrection correction = reports(this.outsider, seen(SECTION_ACCOUNT, "media", picture.id()));
		assertThat(this.stage.correctionRecord.item(correction.reference()).pictures())
			.extracting(PostRecord.Picture::file)
			.containsExactly(picture.id());
		assertThat(this.media.maySee(picture, this.stage.person("author"))).isTrue();
		assertThat(this.media.maySee(picture, this.stage.person("news"))).isFalse();
		this.news.tries((one) -> reports(one, seen(SECTION_ACCOUNT, "media", picture.id())))
			.isAskedFor("media", "Attach it again");
	}

	@Test
	@DisplayName("of two decisions at once one counts, and the other person is told")
	void twoAtOnce() throws Exception {
		OneCorrection correction = recalled();
		String task = correction.open(Task.DECIDE_CORRECTION);
		List<RuntimeException> failures = atOnce(
				() -> this.approver.completes(task, typed("decision", "KEEP", "reason", "It is right.")),
				() -> this.headOfCommunications.completes(task, typed("decision", "REMOVE", "reason", "It is wrong.")));
		assertThat(failures).hasSize(1);
		assertThat(this.stage.corrections.judgements(correction.caseId())).hasSize(1);
	}

	@Test
	@DisplayName("of two recalls at once one begins a correction, and the other person is told which")
	void twoRecallsAtOnce() throws Exception {
		OnePost post = out();
		List<RuntimeException> failures = atOnce(() -> this.approver.recalls(post),
				() -> this.headOfCommunications.recalls(post));
		assertThat(failures).singleElement()
			.satisfies((failure) -> assertThat(failure).hasMessageContaining(post.reference()));
		assertThat(this.stage.corrections.of(post.reference())).hasSize(1);
	}

	private MediaFile picture() {
		try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
			BufferedImage image = new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB);
			image.setRGB(0, 0, (int) System.nanoTime());
			ImageIO.write(image, "png", png);
			return this.stage.as(this.stage.person("dpo"),
					() -> this.media.keep("media", "seen.png", png.toByteArray(), this.stage.person("dpo")));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<RuntimeException> atOnce(Runnable... acts) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(acts.length);
		try {
			List<Callable<RuntimeException>> calls = new ArrayList<>();
			for (Runnable act : acts) {
				calls.add(() -> {
					try {
						act.run();
						return null;
					}
					catch (RuntimeException ex) {
						return ex;
					}
				});
			}
			List<RuntimeException> failures = new ArrayList<>();
			for (Future<RuntimeException> one : people.invokeAll(calls)) {
				if (one.get() != null) {
					failures.add(one.get());
				}
			}
			return failures;
		}
		finally {
			people.shutdownNow();
		}
	}

}
