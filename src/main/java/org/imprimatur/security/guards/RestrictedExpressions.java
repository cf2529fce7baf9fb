package org.imprimatur.security.guards;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.imprimatur.kernel.UsableInModels;
import org.imprimatur.security.NamesInModels;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What an expression in a model or a query can reach: variables, the rows of a decision,
 * plain values, our steps, and beans marked for it. No service of the engine, no class
 * loader, no other bean: otherwise a model, or a query by anyone signed in, runs code.
 */
class RestrictedExpressions extends JuelExpressionManager {

	private final Names names;

	RestrictedExpressions(Names names) {
		this.names = names;
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver resolver = new CompositeELResolver();
		resolver.add(new AllowedBeans(this.names));
		resolver.add(new VariableScopeElResolver());
		resolver.add(new VariableContextElResolver());
		resolver.add(new PlainValues());
		resolver.add(new ArrayELResolver(true));
		resolver.add(new ListELResolver(true));
		resolver.add(new MapELResolver(true));
		return resolver;
	}

	/** The beans that a model may name, found once, made when first used. */
	@Component
	static final class Names implements NamesInModels {

		private final ListableBeanFactory beans;

		private final Map<String, Boolean> allowed = new ConcurrentHashMap<>();

		Names(ListableBeanFactory beans) {
			this.beans = beans;
		}

		@Override
		public boolean allows(String name) {
			return this.allowed.computeIfAbsent(name, this::look);
		}

		Object bean(String name) {
			return this.beans.getBean(name);
		}

		private boolean look(String name) {
			if (!this.beans.containsBean(name)) {
				return false;
			}
			Class<?> type = this.beans.getType(name, false);
			if (type == null) {
				return false;
			}
			Class<?> own = ClassUtils.getUserClass(type);
			return own.isAnnotationPresent(UsableInModels.class) || isStep(own);
		}

		private static boolean isStep(Class<?> type) {
			return type.getPackageName().startsWith("org.imprimatur.") && type.getPackageName().endsWith(".steps")
					&& (JavaDelegate.class.isAssignableFrom(type) || TaskListener.class.isAssignableFrom(type)
							|| ExecutionListener.class.isAssignableFrom(type));
		}

	}

}
