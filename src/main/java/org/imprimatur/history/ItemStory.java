package org.imprimatur.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.mail.MailTry;
import org.imprimatur.mail.Outbox;
import org.imprimatur.models.Diagram;
import org.imprimatur.models.Diagrams;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * The whole story of one item, for those who answer for it: what happened, who did it and
 * in which role, on what they were shown, and the path it took. Whoever may not search
 * the history, or not read the item, does not learn that it exists.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
public class ItemStory {

	private final List<RecordedItems> features;

	private final Found found;

	private final Timeline timeline;

	private final Paths paths;

	private final Trail trail;

	private final RulesAsked rules;

	private final Diagrams diagrams;

	private final Outbox outbox;

	private final People people;

	private final PolicyInForce policy;

	ItemStory(List<RecordedItems> features, Found found, Timeline timeline, Paths paths, Trail trail, RulesAsked rules,
			Diagrams diagrams, Outbox outbox, People people, PolicyInForce policy) {
		this.policy = policy;
		this.features = features;
		this.found = found;
		this.timeline = timeline;
		this.paths = paths;
		this.trail = trail;
		this.rules = rules;
		this.diagrams = diagrams;
		this.outbox = outbox;
		this.people = people;
	}

	/**
	 * The head of the page.
	 *
	 * @param state where it is, as a sentence
	 * @param accounts names
	 */
	public record Head(String reference, String title, String feature, String state, String begun, String ended,
			List<String> accounts, List<Sign> signs) {
	}

	/** One mail: to whom, what about, and what came of it. */
	public record MailLine(String at, String to, String kind, String subject, String outcome) {
	}

	/** Everything there is to tell. */
	public record Told(Head head, UnderPolicy policy, List<String> notices, List<Timeline.Entry> timeline,
			List<Difference> differences, List<CasePath> paths, List<RulesAsked.Asking> rules, List<MailLine> mails) {
	}

	/**
	 * The story; that the person looked is recorded where looks are recorded.
	 * @throws Refusal 404 if there is none for this person
	 */
	public Told tell(String reference, Person person) {
		RecordedItems feature = mustSee(reference, person);
		feature.looked(reference, "history", person);
		List<CasePath> paths = this.paths.of(reference);
		List<Timeline.Entry> entries = this.timeline.of(reference, feature);
		return new Told(head(feature, reference), this.policy.over(reference, entries),
				this.timeline.notices(reference), entries, feature.differences(reference), paths,
				this.rules.of(reference), mails(reference));
	}

	/**
	 * The file of the model that one case of the item follows.
	 * @throws Refusal 404 if there is none for this person
	 */
	public byte[] model(String reference, String caseId, Person person) {
		mustSee(reference, person);
		return this.trail.takenFor(reference)
			.stream()
			.filter((one) -> one.caseId().equals(caseId))
			.reduce((first, last) -> last)
			.flatMap((one) -> this.diagrams.file(one.definition()))
			.orElseThrow(() -> unknown(reference));
	}

	/**
	 * What this person can take away of it besides its case file: address by name.
	 * @throws Refusal 404 if there is none for this person
	 */
	public Map<String, String> packs(String reference, Person person) {
		return mustSee(reference, person).packs(reference, person);
	}

	/**
	 * What only its case file holds.
	 * @throws Refusal 404 if there is none for this person
	 */
	OnPaper onPaper(String reference, Person person) {
		return mustSee(reference, person).onPaper(reference);
	}

	/** How long something took, as people say it. */
	public static String words(Duration time) {
		return Spans.words(time);
	}

	/**
	 * What an element of a model is for.
	 *
	 * @param sort in words, such as "Step of a person"
	 * @param clause the sentence of the policy; empty if there is none
	 * @param obligation title and section of what the policy asks; empty if none is cited
	 */
	public record Meaning(String label, String sort, String role, String clause, String obligation) {
	}

	public Meaning meaning(Diagram.Element element) {
		return this.paths.meaning(element);
	}

	/** Whether there is such an item for this person. */
	public boolean isFor(String reference, Person person) {
		return this.features.stream()
			.anyMatch((feature) -> this.found.isFor(person) && feature.item(reference).isPresent()
					&& feature.maySee(reference, person));
	}

	private RecordedItems mustSee(String reference, Person person) {
		return this.features.stream()
			.filter((feature) -> this.found.isFor(person) && feature.item(reference).isPresent()
					&& feature.maySee(reference, person))
			.findFirst()
			.orElseThrow(() -> unknown(reference));
	}

	private static Refusal unknown(String reference) {
		return Refusal.notFound("There is no item " + reference + " for you.");
	}

	private Head head(RecordedItems feature, String reference) {
		RecordedItem item = feature.item(reference).orElseThrow(() -> unknown(reference));
		Set<Mark> marks = new LinkedHashSet<>(item.marks());
		marks.addAll(this.timeline.marks(reference));
		List<Sign> signs = List.of(Sign.values()).stream().filter((sign) -> marks.contains(sign.mark())).toList();
		Map<String, String> names = new HashMap<>();
		this.features.forEach((one) -> names.putAll(one.accounts()));
		return new Head(reference, item.title(), feature.name(), feature.state(reference),
				LondonTime.dateTime(item.startedAt()),
				(item.endedAt() != null) ? LondonTime.dateTime(item.endedAt()) : null,
				item.accounts().isEmpty() ? List.of()
						: List.of(item.accounts().split(",")).stream().map((id) -> names.getOrDefault(id, id)).toList(),
				signs);
	}

	private List<MailLine> mails(String reference) {
		return this.outbox.of(reference).stream().map((mail) -> {
			List<MailTry> tries = this.outbox.tries(mail.id());
			return new MailLine(LondonTime.dateTime(mail.madeAt()), this.people.nameOf(mail.login()),
					mail.kind().label(), mail.subject(),
					tries.isEmpty() ? "Waits to be sent" : tries.get(tries.size() - 1).outcome().label() + ", "
							+ LondonTime.dateTime(tries.get(tries.size() - 1).at()));
		}).toList();
	}

}
