package org.imprimatur.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imprimatur.history.KnownItems;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.ItemChanged;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.ledger.Erasing;
import org.imprimatur.retention.LegalHolds;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erasing a person, by two people: the Data Protection Lead asks, the Secretary of the
 * Trust's Board releases or declines. Their words and names go from every text at once;
 * who did and decided what stays until its time is over. That it was done, on what ground
 * and in which rows is in the record; whom it was about is not.
 */
@Component
@Policy("ONE-LOGIN")
public class Erasures {

	private static final String ASKS = "data-protection-lead";

	private static final String RELEASES = "trust-board-secretary";

	private static final String READS = "managers";

	private static final int LONGEST_TEXT = 2000;

	private final ErasureRequests requests;

	private final Mentions mentions;

	private final Places places;

	private final Erasing erasing;

	private final KnownItems items;

	private final LegalHolds holds;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Erasures(ErasureRequests requests, Mentions mentions, Places places, Erasing erasing, KnownItems items,
			LegalHolds holds, ApplicationEventPublisher events, Clock clock) {
		this.requests = requests;
		this.mentions = mentions;
		this.places = places;
		this.erasing = erasing;
		this.items = items;
		this.holds = holds;
		this.events = events;
		this.clock = clock;
	}

	/** Whether this person asks for erasures. */
	public boolean mayAsk(Person person) {
		return person.isIn(ASKS);
	}

	/** Whether this person releases what somebody else asked for. */
	public boolean mayRelease(Person person) {
		return person.isIn(RELEASES);
	}

	/** Whether this person may know what was erased when, and by whom. */
	public boolean mayRead(Person person) {
		return mayAsk(person) || mayRelease(person) || person.isIn(READS);
	}

	/** What waits for an answer, the oldest first. */
	public List<ErasureRequest> waiting(Person person) {
		mustHandle(person);
		return this.requests.all();
	}

	/** What was erased or declined, the newest first. */
	public List<PastErasure> past(Person person) {
		if (!mayRead(person)) {
			throw Refusal.forbidden("Erasures are for the Data Protection Lead, the Secretary of the Trust’s Board and "
					+ "managers. If you are asked to erase somebody, tell the Data Protection Lead.");
		}
		return this.requests.past();
	}

	/**
	 * @throws Refusal 403, or 404 if there is none of that number any more
	 */
	public ErasureRequest find(long id, Person person) {
		mustHandle(person);
		return this.requests.find(id).orElseThrow(Erasures::gone);
	}

	/** What this request would erase now. */
	public Mentioned tell(ErasureRequest request, Person person) {
		mustHandle(person);
		return this.mentions.tell(request, person);
	}

	/**
	 * Asks for somebody to be erased; nothing is erased yet.
	 * @return the number of the request
	 */
	@Transactional
	public long ask(Fields fields, Person person) {
		mustAsk(person);
		return this.requests.add(ErasureForm.read(fields, person.login(), now()));
	}

	/** Chooses in which items somebody else is meant, and which files go. */
	@Transactional
	public void choose(long id, Fields fields, Person person) {
		mustAsk(person);
		ErasureRequest request = this.requests.lock(id).orElseThrow(Erasures::gone);
		Mentioned found = this.mentions.tell(request, person);
		Set<String> items = found.items().stream().map(Mentioned.Item::id).collect(Collectors.toSet());
		Set<String> files = found.items()
			.stream()
			.flatMap((item) -> item.files().stream())
			.map(Mentioned.File::id)
			.collect(Collectors.toSet());
		Set<String> leftOut = new TreeSet<>(fields.values("leaveOut"));
		Set<String> chosen = new TreeSet<>(fields.values("file"));
		if (!items.containsAll(leftOut) || !files.containsAll(chosen)) {
			throw new InvalidFields("leaveOut", "Choose among the items and files that are listed here.");
		}
		// what somebody else may see and this person not stays as it is
		request.leftOut().stream().filter((item) -> !items.contains(item)).forEach(leftOut::add);
		request.files().stream().filter((file) -> !files.contains(file)).forEach(chosen::add);
		this.requests.choose(id, leftOut, chosen);
	}

	/**
	 * Erases it. Everything goes in one transaction, or nothing.
	 * @return the number of the erasure
	 * @throws Refusal 403; 404 if it was answered before; 409 if something else would go
	 * than this person saw, or an item of it is open or under a legal hold
	 */
	@Transactional
	public long release(long id, Fields fields, Person person) {
		mustRelease(person);
		ErasureRequest request = this.requests.lock(id).orElseThrow(Erasures::gone);
		mustBeSecond(request, person);
		List<Place> all = this.mentions.all(request);
		if (!Mentions.state(all, request).equals(fields.value("state"))) {
			throw Refusal.conflict("What would be erased has changed since you saw it. Look at /erasures/" + id
					+ " again, then release it.");
		}
		List<Place> meant = Mentions.meant(all, request);
		Set<String> references = meant.stream()
			.map(Place::reference)
			.filter((reference) -> reference != null)
			.collect(Collectors.toCollection(TreeSet::new));
		// a hold that is placed now, or a case taken up again, comes before or after
		references.forEach(this.items::lock);
		Set<String> stillOpen = this.items.open(references);
		if (!stillOpen.isEmpty()) {
			throw Refusal.conflict("These items are still open: " + String.join(", ", stillOpen)
					+ ". Release this when they have ended, or ask the Data Protection Lead to leave them out.");
		}
		Set<String> held = references.stream()
			.filter(this.holds::isHeld)
			.collect(Collectors.toCollection(TreeSet::new));
		if (!held.isEmpty()) {
			throw Refusal.conflict("These items are under a legal hold: " + String.join(", ", held)
					+ ". Release this when it is lifted, or ask the Data Protection Lead to leave them out.");
		}
		if (meant.isEmpty() && request.files().isEmpty()) {
			throw Refusal.conflict("Nothing is found, so there is nothing to release. Decline the request instead.");
		}
		long erasure = this.erasing
			.begin(new Erasing.Order(Erasing.Kind.PERSON, request.ground().label() + ": " + request.explanation(),
					request.caseNumber(), request.askedBy(), person.login()));
		Spellings spellings = new Spellings(request.spellings());
		meant.forEach((place) -> erase(erasure, place, spellings));
		request.files()
			.forEach((file) -> this.erasing.words(erasure, "media_file", file,
					Map.of("content", new byte[0], "size", 0L, "name", Spellings.REMOVED)));
		this.requests.remove(id);
		references.forEach((reference) -> this.events.publishEvent(new ItemChanged(reference)));
		return erasure;
	}

	private void erase(long erasure, Place place, Spellings spellings) {
		Map<String, Object> clean = new LinkedHashMap<>();
		place.texts().forEach((column, text) -> {
			String without = spellings.takenOutOf(text);
			clean.put(column, without.substring(0, Math.min(without.length(), this.places.longest(place, column))));
		});
		if (Erasing.covers(place.table())) {
			this.erasing.words(erasure, place.table(), place.rowKey(), clean);
		}
		else if (!place.table().equals(Mentions.INDEX)) {
			this.places.write(place, clean);
		}
	}

	/** Declines it, with a reason. */
	@Transactional
	public void decline(long id, Fields fields, Person person) {
		mustRelease(person);
		ErasureRequest request = this.requests.lock(id).orElseThrow(Erasures::gone);
		mustBeSecond(request, person);
		FieldCheck check = new FieldCheck(fields);
		String reason = check.required("reason", LONGEST_TEXT, "the reason", "Enter why you decline.");
		if (new Spellings(request.spellings()).isIn(reason)) {
			check.problem("reason", "Take the name out: the reason stays in the record.");
		}
		check.done();
		this.requests.decline(request, reason, person.login(), now());
	}

	/** Takes a request back; nothing of it is kept. */
	@Transactional
	public void takeBack(long id, Person person) {
		mustAsk(person);
		this.requests.lock(id).orElseThrow(Erasures::gone);
		this.requests.remove(id);
	}

	private Instant now() {
		return this.clock.instant();
	}

	private void mustHandle(Person person) {
		if (!mayAsk(person) && !mayRelease(person)) {
			throw Refusal
				.forbidden("Requests to erase somebody are for the Data Protection Lead and the Secretary of the "
						+ "Trust’s Board. If you are asked to erase somebody, tell the Data Protection Lead.");
		}
	}

	private void mustAsk(Person person) {
		if (!mayAsk(person)) {
			throw Refusal.forbidden("The Data Protection Lead asks for erasures. Tell them what you were asked.");
		}
	}

	private void mustRelease(Person person) {
		if (!mayRelease(person)) {
			throw Refusal.forbidden("The Secretary of the Trust’s Board answers requests to erase somebody. Ask them.");
		}
	}

	private static void mustBeSecond(ErasureRequest request, Person person) {
		if (request.askedBy().equals(person.login())) {
			throw Refusal.forbidden("You asked for this, so a second person answers it. Ask another secretary.");
		}
	}

	private static Refusal gone() {
		return Refusal.notFound("There is no such request: it was answered or taken back. See /erasures.");
	}

}
