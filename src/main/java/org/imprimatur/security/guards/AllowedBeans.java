package org.imprimatur.security.guards;

import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.kernel.UsableInModels;

import org.springframework.util.ClassUtils;

/** Resolves the names of beans that models may use, and calls on the marked ones. */
class AllowedBeans extends ReadOnlyResolver {

	private final RestrictedExpressions.Names names;

	private final BeanELResolver calls = new BeanELResolver(true);

	AllowedBeans(RestrictedExpressions.Names names) {
		this.names = names;
	}

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		if (base == null && property instanceof String name && this.names.allows(name)) {
			context.setPropertyResolved(true);
			return this.names.bean(name);
		}
		return null;
	}

	@Override
	public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
		if (base == null || !ClassUtils.getUserClass(base).isAnnotationPresent(UsableInModels.class)) {
			return null;
		}
		for (var inherited : Object.class.getMethods()) {
			if (inherited.getName().equals(String.valueOf(method))) {
				throw Refusal.forbidden("An expression may not call " + method + ".");
			}
		}
		return this.calls.invoke(context, base, method, types, arguments);
	}

}
