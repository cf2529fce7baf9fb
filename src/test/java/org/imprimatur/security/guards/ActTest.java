package org.imprimatur.security.guards;

import java.lang.reflect.Modifier;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Every command of the engine has its row")
class ActTest {

	@Test
	void noCommandIsLeftToChance() throws Exception {
		List<String> commands = java.util.Arrays
			.stream(new PathMatchingResourcePatternResolver()
				.getResources("classpath*:org/camunda/bpm/engine/impl/**/*.class"))
			.map(ActTest::className)
			.filter((name) -> !name.contains(".test."))
			.distinct()
			.toList();
		List<Class<?>> found = new java.util.ArrayList<>();
		for (String name : commands) {
			try {
				Class<?> type = Class.forName(name, false, ProcessEngine.class.getClassLoader());
				if (Command.class.isAssignableFrom(type) && !type.isInterface()
						&& !Modifier.isAbstract(type.getModifiers())) {
					found.add(type);
				}
			}
			catch (LinkageError ex) {
				// belongs to a library that is not here, so it cannot be run either
				continue;
			}
		}
		assertThat(found).hasSizeGreaterThan(300);
		assertThat(found.stream().filter((type) -> Act.of(type).isEmpty()).map(Class::getName)).isEmpty();
	}

	@Test
	void aCommandNobodyKnowsHasNoRow() {
		Command<Void> unknown = (context) -> null;
		assertThat(Act.of(unknown.getClass())).isEmpty();
	}

	private static String className(org.springframework.core.io.Resource resource) {
		try {
			String url = resource.getURL().toString();
			return url.substring(url.indexOf("org/camunda/bpm/engine"), url.length() - ".class".length())
				.replace('/', '.');
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
