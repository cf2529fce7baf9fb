package org.imprimatur.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.imprimatur.EngineTest;
import org.imprimatur.models.Fingerprints;
import org.junit.jupiter.api.DisplayName;
import org.junit.platform.commons.support.AnnotationSupport;

import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Notes for each test with a real engine which elements and flows its cases came to, and
 * which rows of tables held: read from the application's own record of paths and rules.
 */
public final class GoneThrough extends AbstractTestExecutionListener {

	/** One file of each machine that ran tests: sentence, model, element, fingerprint. */
	public static final Path NOTES = Path.of("target", "coverage");

	private static final TypeReference<Set<String>> IDS = new TypeReference<>() {
	};

	private static final Path FILE = NOTES.resolve(ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tsv");

	private final ObjectMapper json = new ObjectMapper();

	/** A version never changes. */
	private final Map<String, Tested> versions = new ConcurrentHashMap<>();

	/** One version of a process or a decision. */
	private record Tested(String key, Map<String, String> prints, Map<String, Set<String>> flows) {
	}

	/** Before the outer transaction of a test is taken back. */
	@Override
	public int getOrder() {
		return 20_000;
	}

	@Override
	public void beforeTestMethod(TestContext test) {
		if (isNoted(test)) {
			test.setAttribute("trail", last(test, "trail"));
			test.setAttribute("history_decision", last(test, "history_decision"));
		}
	}

	@Override
	public void afterTestMethod(TestContext test) throws IOException {
		if (isNoted(test)) {
			try {
				note(test);
			}
			catch (DataAccessException ex) {
				// PostgreSQL answers nothing more in a transaction in which it refused
				// something
			}
		}
	}

	private void note(TestContext test) throws IOException {
		Set<String> lines = new TreeSet<>();
		ApplicationContext application = test.getApplicationContext();
		RepositoryService repository = application.getBean(RepositoryService.class);
		JdbcClient jdbc = application.getBean(JdbcClient.class);
		jdbc.sql("select distinct definition, flow from trail where id > ?").param(from(test, "trail")).query((row) -> {
			Tested version = this.versions.computeIfAbsent(row.getString(1), (id) -> process(repository, id));
			note(lines, version, row.getString(2));
			version.flows().getOrDefault(row.getString(2), Set.of()).forEach((one) -> note(lines, version, one));
		});
		jdbc.sql("select distinct definition, decision, rules from history_decision where id > ?")
			.param(from(test, "history_decision"))
			.query((row) -> {
				Tested version = this.versions.computeIfAbsent(row.getString(1), (id) -> decision(repository, id));
				ids(row.getString(3)).forEach((rule) -> note(lines, version, rule));
			});
		if (!lines.isEmpty()) {
			Files.createDirectories(NOTES);
			String sentence = sentence(test);
			Files.write(FILE, lines.stream().map((line) -> sentence + "\t" + line).toList(), StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		}
	}

	/** What needs a browser is left out where there is none: nothing may rest on it. */
	private static boolean isNoted(TestContext test) {
		return AnnotatedElementUtils.hasAnnotation(test.getTestClass(), EngineTest.class);
	}

	private static long last(TestContext test, String table) {
		return test.getApplicationContext()
			.getBean(JdbcClient.class)
			.sql("select coalesce(max(id), 0) from " + table)
			.query(Long.class)
			.single();
	}

	private static long from(TestContext test, String table) {
		return (Long) test.getAttribute(table);
	}

	private static void note(Set<String> lines, Tested version, String element) {
		String print = version.prints().get(element);
		if (print != null) {
			lines.add(version.key() + "\t" + element + "\t" + print);
		}
	}

	private static Tested process(RepositoryService repository, String definition) {
		try (InputStream file = repository.getProcessModel(definition)) {
			BpmnModelInstance model = repository.getBpmnModelInstance(definition);
			Map<String, Set<String>> along = new ConcurrentHashMap<>();
			for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
				Set<String> all = new TreeSet<>(Set.of(flow.getSource().getId(), flow.getTarget().getId()));
				// the engine goes from the gateway straight to the event that came first
				flow.getSource()
					.getIncoming()
					.stream()
					.filter((before) -> before.getSource() instanceof EventBasedGateway)
					.forEach((before) -> all.add(before.getId()));
				Stream.of(flow.getSource(), flow.getTarget())
					.flatMap((node) -> Stream.iterate(node.getParentElement(), SubProcess.class::isInstance,
							ModelElementInstance::getParentElement))
					.forEach((part) -> all.add(((SubProcess) part).getId()));
				along.put(flow.getId(), all);
			}
			return new Tested(key(definition), Fingerprints.ofProcess(file.readAllBytes()), along);
		}
		catch (NotFoundException ex) {
			return gone(definition);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A version that the test has taken out again is none of ours. */
	private static Tested gone(String definition) {
		return new Tested(key(definition), Map.of(), Map.of());
	}

	private static Tested decision(RepositoryService repository, String definition) {
		try (InputStream file = repository.getDecisionModel(definition)) {
			return new Tested(key(definition), Fingerprints.ofDecision(file.readAllBytes(), key(definition)), Map.of());
		}
		catch (NotFoundException ex) {
			return gone(definition);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Of ids such as {@code post-approval:3:1234}. */
	private static String key(String definition) {
		return definition.substring(0, definition.indexOf(':'));
	}

	private Set<String> ids(String list) {
		try {
			return this.json.readValue(list, IDS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the test shows, in the words of its class and its own. */
	private static String sentence(TestContext test) {
		String subject = AnnotationSupport.findAnnotation(test.getTestClass(), DisplayName.class)
			.map(DisplayName::value)
			.orElse(test.getTestClass().getSimpleName());
		String shown = AnnotationSupport.findAnnotation(test.getTestMethod(), DisplayName.class)
			.map(DisplayName::value)
			.orElse(test.getTestMethod().getName());
		return (subject + ": " + shown).replaceAll("\\s+", " ");
	}

}
