package org.imprimatur.models.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricProcessInstance;

import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.imprimatur.history.Trail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives the sandbox the answers that people and the application gave a real case, and
 * sees whether it goes the same way.
 */
public final class SameRoute {

	private final Trials trials;

	private final HistoryService history;

	private final RepositoryService repository;

	private final Trail trail;

	public SameRoute(Trials trials, HistoryService history, RepositoryService repository, Trail trail) {
		this.trials = trials;
		this.history = history;
		this.repository = repository;
		this.trail = trail;
	}

	/** Fails at the first of these cases that goes another way in the sandbox. */
	public void isTakenBy(Collection<String> cases) {
		cases.forEach((one) -> new One(one).goesTheSameWay());
	}

	private final class One {

		private final HistoricProcessInstance real;

		private final BpmnModelInstance model;

		private final List<String> flows;

		private final List<HistoricActivityInstance> done;

		private final List<HistoricVariableUpdate> written;

		private final Map<String, Integer> times = new HashMap<>();

		private final List<Move> moves = new ArrayList<>();

		private Trials.Gone gone;

		private One(String id) {
			this.real = SameRoute.this.history.createHistoricProcessInstanceQuery()
				.processInstanceId(id)
				.singleResult();
			this.model = SameRoute.this.repository.getBpmnModelInstance(this.real.getProcessDefinitionId());
			// what a called process does is a case of its own
			this.flows = SameRoute.this.trail.of(id)
				.stream()
				.filter((flow) -> !(this.model.getModelElementById(source(flow)) instanceof CallActivity))
				.toList();
			this.done = SameRoute.this.history.createHistoricActivityInstanceQuery()
				.processInstanceId(id)
				.finished()
				.orderPartiallyByOccurrence()
				.asc()
				.list()
				.stream()
				.filter((one) -> !one.isCanceled())
				.sorted(Comparator.comparing(HistoricActivityInstance::getEndTime))
				.toList();
			this.written = SameRoute.this.history.createHistoricDetailQuery()
				.processInstanceId(id)
				.variableUpdates()
				.orderPartiallyByOccurrence()
				.asc()
				.list()
				.stream()
				.map(HistoricVariableUpdate.class::cast)
				.filter((one) -> one.getValue() != null)
				.sorted(Comparator.comparing(HistoricDetail::getTime))
				.toList();
		}

		private void goesTheSameWay() {
			String start = this.done.stream()
				.map(HistoricActivityInstance::getActivityId)
				.filter((id) -> id.equals(source(this.flows.get(0))))
				.findFirst()
				.orElseThrow();
			make(new Move(Move.Kind.BEGIN, start, Map.of()), start);
			while (taken().size() < this.flows.size()) {
				next(source(left().get(0)));
			}
			assertThat(left()).as("what " + this + " has not come to").isEmpty();
			if (this.model.getModelElementsByType(CallActivity.class).isEmpty()) {
				assertThat(this.gone.trial().over()).as("the end of " + this).isEqualTo(this.real.getEndTime() != null);
			}
		}

		private void next(String element) {
			Trial now = this.gone.trial();
			Optional<Trial.Stop> stop = now.stops().stream().filter((one) -> one.element().equals(element)).findFirst();
			if (stop.isPresent()) {
				make(new Move(Move.Kind.DO, stop.get().key(), Map.of()), element);
				return;
			}
			Optional<Trial.Stop> message = now.messages()
				.stream()
				.filter((one) -> one.element().equals(element))
				.findFirst();
			if (message.isPresent()) {
				make(new Move(Move.Kind.MESSAGE, message.get().key(), Map.of()), element);
				return;
			}
			Trial.Clock clock = now.clocks()
				.stream()
				.filter((one) -> one.element().equals(element) && !one.reminder())
				.findFirst()
				.orElseThrow(
						() -> new AssertionError("The case " + this + " cannot go on from " + element + ": " + now));
			make(new Move(Move.Kind.CLOCK, clock.due().toString(), Map.of()), element);
		}

		private void make(Move move, String element) {
			int number = this.times.merge(element, 1, Integer::sum);
			List<HistoricActivityInstance> all = this.done.stream()
				.filter((one) -> one.getActivityId().equals(element))
				.toList();
			// of several at the same time history does not say which was first
			List<Integer> numbers = new ArrayList<>(List.of(number));
			IntStream.rangeClosed(1, all.size()).filter((one) -> one != number).forEach(numbers::add);
			List<Move> before = List.copyOf(this.moves);
			Trials.Gone from = this.gone;
			for (int attempt = 0; attempt < 2 * numbers.size(); attempt++) {
				int one = numbers.get(attempt / 2);
				this.gone = from;
				this.moves.clear();
				this.moves.addAll(before);
				Map<String, String> facts = (move.kind() == Move.Kind.CLOCK) ? Map.of()
						: facts(move, (all.size() >= one) ? all.get(one - 1).getId() : "", attempt % 2 == 1);
				this.moves.add(new Move(move.kind(), move.target(), facts));
				this.gone = SameRoute.this.trials.go(new Trials.Plan(Map.of(), this.real.getProcessDefinitionKey(),
						this.real.getStartTime().toInstant(), this.moves));
				if (this.gone.trial().problem().isEmpty() && isSame()) {
					return;
				}
			}
			assertThat(this.gone.trial().problem()).as(this + " at " + this.moves).isEmpty();
			assertThat(taken()).as("the way of " + this)
				.isEqualTo(this.flows.subList(0, Math.min(this.flows.size(), taken().size())));
		}

		/**
		 * Whether it went no other way so far. Where a step of the application sends
		 * messages itself, as those of incidents do, what follows from them comes before
		 * or after it.
		 */
		private boolean isSame() {
			List<String> taken = taken();
			return this.model.getModelElementsByType(CallActivity.class).isEmpty()
					? taken.size() <= this.flows.size() && taken.equals(this.flows.subList(0, taken.size()))
					: left().size() + taken.size() == this.flows.size();
		}

		/** What the real case has taken and this one has not yet, in order. */
		private List<String> left() {
			List<String> left = new ArrayList<>(this.flows);
			taken().forEach(left::remove);
			return left;
		}

		/** What was written at the element, or stood there before. */
		private Map<String, String> facts(Move move, String id, boolean latest) {
			Map<String, String> facts = new TreeMap<>();
			this.written.stream()
				.filter((one) -> id.equals(one.getActivityInstanceId())
						|| (move.kind() == Move.Kind.BEGIN && this.real.getId().equals(one.getActivityInstanceId())
								&& one.getTime().equals(this.real.getStartTime())))
				.forEach((one) -> facts.merge(one.getVariableName(), Written.text(one.getValue()),
						(was, is) -> (move.kind() == Move.Kind.BEGIN) ? was : is));
			List<HistoricVariableUpdate> order = new ArrayList<>(this.written);
			if (latest) {
				Collections.reverse(order);
			}
			asked(move, latest).stream()
				.filter((name) -> !facts.containsKey(name))
				.forEach((name) -> order.stream()
					.filter((one) -> one.getVariableName().equals(name))
					.findFirst()
					.ifPresent((one) -> facts.put(name, Written.text(one.getValue()))));
			for (Activity activity : this.model.getModelElementsByType(Activity.class)) {
				if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
						&& loop.getCamundaCollection() != null) {
					facts.put(loop.getCamundaCollection(), names(activity));
				}
			}
			return facts;
		}

		/**
		 * As many names as the real case asked when it came there next; which names they
		 * were is not kept.
		 */
		private String names(Activity activity) {
			long before = (this.gone == null) ? 0
					: taken().stream()
						.filter((flow) -> activity.getIncoming().stream().anyMatch((one) -> one.getId().equals(flow)))
						.count();
			List<HistoricActivityInstance> bodies = all(activity.getId() + "#multiInstanceBody");
			if (bodies.size() <= before) {
				return "";
			}
			String body = bodies.get((int) before).getId();
			return all(activity.getId()).stream()
				.filter((one) -> body.equals(one.getParentActivityInstanceId()))
				.map((one) -> "somebody")
				.collect(Collectors.joining(","));
		}

		private List<HistoricActivityInstance> all(String element) {
			return SameRoute.this.history.createHistoricActivityInstanceQuery()
				.processInstanceId(this.real.getId())
				.activityId(element)
				.orderPartiallyByOccurrence()
				.asc()
				.list()
				.stream()
				.sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
				.toList();
		}

		/** What is asked, whether known already or not. */
		private List<String> asked(Move move, boolean known) {
			List<Trial.Stop> stops = new ArrayList<>();
			if (this.gone != null) {
				stops.addAll(this.gone.trial().stops());
				stops.addAll(this.gone.trial().messages());
			}
			else {
				stops.addAll(SameRoute.this.trials
					.run(new Trials.Plan(Map.of(), this.real.getProcessDefinitionKey(), Instant.EPOCH, List.of()))
					.stops());
			}
			return stops.stream()
				.filter((stop) -> stop.key().equals(move.target()))
				.flatMap((stop) -> stop.asked()
					.stream()
					.filter((fact) -> known || !stop.known().containsKey(fact.name())))
				.map((fact) -> fact.name())
				.toList();
		}

		private List<String> taken() {
			String own = this.real.getProcessDefinitionKey() + "/";
			return this.gone.route()
				.stream()
				.filter((flow) -> flow.startsWith(own))
				.map((flow) -> flow.substring(own.length()))
				.toList();
		}

		private String source(String flow) {
			return ((SequenceFlow) this.model.getModelElementById(flow)).getSource().getId();
		}

		@Override
		public String toString() {
			return this.real.getBusinessKey() + " (" + this.real.getProcessDefinitionKey() + ")";
		}

	}

}
