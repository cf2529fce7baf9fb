package org.imprimatur.history;

import java.util.List;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Listens to every decision table that is asked, in the transaction that asks it. */
@Component
class RulesPlugin extends AbstractProcessEnginePlugin {

	private final ObjectProvider<RulesAsked> rules;

	RulesPlugin(ObjectProvider<RulesAsked> rules) {
		this.rules = rules;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.getCustomHistoryEventHandlers().add(new Handler());
	}

	/** No bean: the starter takes a single bean of this type for its own. */
	private final class Handler implements HistoryEventHandler {

		@Override
		public void handleEvent(HistoryEvent event) {
			if (event instanceof HistoricDecisionEvaluationEvent asked) {
				asked.getRequiredHistoricDecisionInstances()
					.forEach((one) -> RulesPlugin.this.rules.getObject().asked(one));
				RulesPlugin.this.rules.getObject().asked(asked.getRootHistoricDecisionInstance());
			}
		}

		@Override
		public void handleEvents(List<HistoryEvent> events) {
			events.forEach(this::handleEvent);
		}

	}

}
