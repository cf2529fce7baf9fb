package org.imprimatur.models.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

import org.springframework.stereotype.Component;

/**
 * Keeps the reminders of tasks when a case is moved. The engine strikes each reminder
 * that it has found again off the very list that the version keeps of them (its
 * {@code ActivityInstanceJobHandler} copies the outer map only): the next case would lose
 * its reminder, and no new case would ever get one until the next start. The lists that
 * this puts in their place lose nothing.
 */
@Component
class RemindersKept extends AbstractProcessEnginePlugin {

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		List<BpmnParseListener> listeners = new ArrayList<>(
				Objects.requireNonNullElse(engine.getCustomPostBPMNParseListeners(), List.of()));
		listeners.add(new AbstractBpmnParseListener() {
			@Override
			public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
				Map<String, Map<String, TimerDeclarationImpl>> all = task.getProperties()
					.get(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS);
				if (all != null) {
					all.replaceAll((id, reminders) -> new Kept(reminders));
				}
			}
		});
		engine.setCustomPostBPMNParseListeners(listeners);
	}

	/** A list from which nothing is struck off. */
	private static final class Kept extends HashMap<String, TimerDeclarationImpl> {

		Kept(Map<String, TimerDeclarationImpl> reminders) {
			super(reminders);
		}

		@Override
		public TimerDeclarationImpl remove(Object id) {
			return get(id);
		}

	}

}
