package org.imprimatur.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.imprimatur.history.CasePath;
import org.imprimatur.history.HistoryRebuild;
import org.imprimatur.history.ItemStory;
import org.imprimatur.history.Timeline;
import org.imprimatur.ledger.Finding;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.RecordCheck;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds against each other what the engine remembers of a post, what the record says, the
 * story that managers read, the index they search and the ledger.
 */
final class RecordWitness {

	private static final List<String> COUNTED = List.of("userTask", "exclusiveGateway", "serviceTask",
			"businessRuleTask", "noneEndEvent");

	private final Stage stage;

	private final ApplicationContext context;

	private final List<String> references = new ArrayList<>();

	RecordWitness(Stage stage) {
		this.stage = stage;
		this.context = stage.context;
	}

	/** The story tells everything that was done, by whom and when, on the path taken. */
	void theStoryIsWhole(OnePost post, Supplier<String> life) {
		this.references.add(post.reference());
		ItemStory.Told told = this.context.getBean(ItemStory.class)
			.tell(post.reference(), this.stage.person("manager"));
		List<Timeline.Entry> timeline = told.timeline();
		assertThat(timeline).as(life.get()).isSortedAccordingTo((a, b) -> a.when().compareTo(b.when()));
		this.stage.history.createHistoricTaskInstanceQuery()
			.processInstanceId(post.caseId())
			.finished()
			.taskDeleteReason("completed")
			.list()
			.forEach((task) -> assertThat(timeline).as("%s in %s", task.getTaskDefinitionKey(), life.get())
				.anySatisfy((entry) -> {
					assertThat(entry.who()).isEqualTo(this.stage.people.nameOf(task.getAssignee()));
					assertThat(Duration.between(entry.when(), task.getEndTime().toInstant()).abs())
						.isLessThan(Duration.ofSeconds(2));
				}));
		this.stage.jdbc.sql("""
				select decided_by, decided_at from post_decision where reference = :item
				union all select recorded_by, recorded_at from post_release where reference = :item
				union all select saved_by, saved_at from post_revision where reference = :item""")
			.param("item", post.reference())
			.query((row) -> {
				String who = this.stage.people.nameOf(row.getString(1));
				Instant when = row.getTimestamp(2).toInstant();
				assertThat(timeline).as(life.get())
					.anyMatch((entry) -> entry.who().equals(who) && entry.when().equals(when));
			});
		CasePath path = told.paths()
			.stream()
			.filter((one) -> one.caseId().equals(post.caseId()))
			.findFirst()
			.orElseThrow();
		Map<String, Integer> stops = stops(path);
		Map<String, Integer> activities = activities(post);
		// where an administrator puts it at the moment it came there, it came once
		boolean moved = timeline.stream().anyMatch(Timeline.Entry::administrator);
		activities.forEach((id, times) -> {
			if (!joins(path, id)) {
				assertThat(stops.get(id)).as("%s in %s", id, life.get()).isBetween(moved ? 1 : times, times);
			}
		});
	}

	/** Joins are no stops of a story. */
	private static boolean joins(CasePath path, String id) {
		return path.diagram().flows().values().stream().filter((flow) -> flow.from().equals(id)).count() == 1
				&& path.diagram().flows().values().stream().filter((flow) -> flow.to().equals(id)).count() > 1
				&& path.diagram().elements().get(id).label().isEmpty();
	}

	private static Map<String, Integer> stops(CasePath path) {
		Map<String, Integer> times = new LinkedHashMap<>();
		path.stops().forEach((stop) -> times.merge(stop.element().id(), 1, Integer::sum));
		return times;
	}

	private Map<String, Integer> activities(OnePost post) {
		Map<String, Integer> times = new LinkedHashMap<>();
		this.stage.history.createHistoricActivityInstanceQuery()
			.processInstanceId(post.caseId())
			.list()
			.stream()
			.filter((one) -> COUNTED.contains(one.getActivityType()))
			.forEach((one) -> times.merge(one.getActivityId(), 1, Integer::sum));
		return times;
	}

	/** Nothing is missing, changed or not found in any of the lives. */
	void everythingAgrees() {
		assertThat(this.context.getBeansOfType(RecordCheck.class)
			.values()
			.stream()
			.flatMap((check) -> check.find(100_000).stream())
			.filter(this::isOurs)).isEmpty();
		assertThat(this.context.getBean(Ledger.class).verify(null).findings().stream().filter(this::isOurs)).isEmpty();
		List<String> differences = this.context.getBean(HistoryRebuild.class).differences(Integer.MAX_VALUE);
		assertThat(differences.stream().filter((one) -> this.references.stream().anyMatch(one::startsWith))).isEmpty();
		assertThat(Collections.max(this.references)).isNotBlank();
	}

	private boolean isOurs(Finding finding) {
		return this.references.contains(finding.reference());
	}

}
