package org.imprimatur.security.guards;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.imprimatur.kernel.Refusal;

/**
 * Properties and a short list of methods of plain values: texts, numbers, dates, codes,
 * lists and maps. Everything else is refused here, by name, before it is looked up.
 */
class PlainValues extends ReadOnlyResolver {

	private static final Set<String> CALLS = Set.of("equals", "equalsIgnoreCase", "compareTo", "toString", "length",
			"isEmpty", "isBlank", "substring", "startsWith", "endsWith", "contains", "indexOf", "toLowerCase",
			"toUpperCase", "trim", "strip", "name", "ordinal", "intValue", "longValue", "doubleValue", "booleanValue",
			"getTime", "before", "after", "toDate", "toInstant", "toLocalDate", "size", "get", "containsKey",
			"getSingleEntry", "getSingleResult", "getFirstResult", "getEntry");

	private static final Set<String> EXECUTION = Set.of("id", "processBusinessKey", "businessKey", "processInstanceId");

	private final BeanELResolver beans = new BeanELResolver(true);

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		if (base == null || base.getClass().isArray() || base instanceof Collection || base instanceof Map) {
			return null;
		}
		String name = String.valueOf(property);
		boolean ofExecution = base instanceof DelegateExecution && EXECUTION.contains(name);
		if (!ofExecution && (!isPlain(base) || name.equals("class") || name.equals("declaringClass"))) {
			throw Refusal.forbidden("An expression may not read '" + shortened(name) + "' here.");
		}
		return this.beans.getValue(context, base, property);
	}

	@Override
	public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
		if (base == null) {
			return null;
		}
		String name = String.valueOf(method);
		boolean collection = base instanceof List || base instanceof Map || base instanceof Set;
		boolean allowed = CALLS.contains(name) || (isDate(base) && name.matches("(plus|minus|with|get|is|at)[A-Z]\\w*")
				&& !name.equals("getClass") && !name.equals("getChronology") && !name.equals("getZone"));
		if (!(isPlain(base) || collection) || !allowed) {
			throw Refusal.forbidden("An expression may not call '" + shortened(name) + "' here.");
		}
		return this.beans.invoke(context, base, method, types, arguments);
	}

	private static boolean isPlain(Object value) {
		return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Date
				|| value instanceof Enum<?> || value instanceof Character || isDate(value);
	}

	private static boolean isDate(Object value) {
		Class<?> type = value.getClass();
		String name = type.getName();
		return value instanceof Date || (name.startsWith("java.time.") && type.getPackageName().equals("java.time"))
				|| name.equals("org.joda.time.DateTime") || name.equals("org.joda.time.LocalDate");
	}

	private static String shortened(String name) {
		return (name.length() > 40) ? name.substring(0, 40) + "…" : name;
	}

}
