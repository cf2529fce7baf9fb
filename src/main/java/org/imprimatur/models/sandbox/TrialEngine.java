package org.imprimatur.models.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.imprimatur.deadlines.Deadlines;
import org.imprimatur.kernel.WorkingTime;

/**
 * An engine of the same make beside the real one, in memory, with a clock of its own. It
 * has no job executor, no mail and no step of the application: where one would run, the
 * case waits to be told what it found. It never asks or moves the clock of the engine
 * beside it: what is due when comes from {@link Deadlines} alone.
 */
final class TrialEngine {

	private final ProcessEngine engine;

	private final Watch watch = new Watch();

	private final Map<Object, Object> beans = new HashMap<>();

	private final Map<String, Set<String>> people = new TreeMap<>();

	private Instant now = Instant.EPOCH;

	TrialEngine(WorkingTime workingTime) {
		ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) ProcessEngineConfiguration
			.createStandaloneInMemProcessEngineConfiguration();
		settings.setProcessEngineName("sandbox");
		settings.setJdbcUrl("jdbc:h2:mem:sandbox-" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
		settings.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
		settings.setJobExecutorActivate(false);
		settings.setMetricsEnabled(false);
		settings.setTaskMetricsEnabled(false);
		settings.setDbMetricsReporterActivate(false);
		settings.setEnforceHistoryTimeToLive(false);
		settings.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
		settings.setEnableDefaultDbHistoryEventHandler(false);
		settings.setHistoryEventHandler(this.watch);
		settings.setBeans(this.beans);
		settings.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new StandIns())));
		ProcessEngine[] built = new ProcessEngine[1];
		this.beans.put("deadlines", Deadlines.over(() -> built[0], workingTime, new OwnClock()));
		built[0] = settings.buildProcessEngine();
		this.engine = built[0];
		// nobody finds it: Cockpit, REST and the health of the application know one
		// engine
		ProcessEngines.unregister(this.engine);
	}

	ProcessEngine engine() {
		return this.engine;
	}

	Watch watch() {
		return this.watch;
	}

	Instant now() {
		return this.now;
	}

	void itIs(Instant time) {
		this.now = time;
	}

	/**
	 * @param listeners names of the listeners that models name
	 * @param names by the key of a process, the facts that say who is asked
	 */
	void standIn(Set<String> listeners, Map<String, Set<String>> names) {
		listeners.forEach((name) -> this.beans.putIfAbsent(name, new Listening(name, this.watch)));
		this.people.clear();
		this.people.putAll(names);
	}

	/** Somebody would be told. */
	record Told(String listener, String event, String element, Object who) {
	}

	private record Listening(String name, Watch watch) implements TaskListener, ExecutionListener {

		@Override
		public void notify(DelegateTask task) {
			this.watch.say(new Told(this.name, task.getEventName(), task.getTaskDefinitionKey(), Who.is(task)));
		}

		@Override
		public void notify(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
			this.watch.say(new Told(this.name, execution.getEventName(), execution.getCurrentActivityId(), ""));
		}

	}

	private final class OwnClock extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return TrialEngine.this.now;
		}

	}

	private final class StandIns extends AbstractBpmnParseListener {

		@Override
		public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			activity.setActivityBehavior(new ReceiveTaskActivityBehavior());
		}

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			((org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior) activity.getActivityBehavior())
				.getTaskDefinition()
				.addTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) (task) -> TrialEngine.this.watch
					.say(new Told("", TaskListener.EVENTNAME_CREATE, task.getTaskDefinitionKey(), Who.is(task))));
		}

		@Override
		public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
			flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) (execution) -> TrialEngine.this.watch
				.flow(execution.getProcessDefinitionId(), execution.getCurrentTransitionId()));
		}

		@Override
		public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
			definitions.forEach((definition) -> definition.addListener(ExecutionListener.EVENTNAME_START,
					(ExecutionListener) (execution) -> TrialEngine.this.people
						.getOrDefault(definition.getKey(), new TreeSet<>())
						.stream()
						.filter((name) -> !execution.hasVariable(name))
						.forEach((name) -> execution.setVariable(name, name.equals("taskPriority") ? 50 : name))));
		}

	}

}
