package org.imprimatur.conventions;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.models.check.ExampleRule;
import org.imprimatur.models.check.ModelRule;
import org.imprimatur.models.check.TableFeel;
import org.imprimatur.models.check.TableRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recipe of CONTRIBUTING for a task for a person, followed on a copy of the house.
 */
@Policy("APPROVED")
@DisplayName("A task for a person takes the steps of its recipe, and the check names each that is missing")
class TaskRecipeTest {

	private static final String TASK = "confirm-picture-rights";

	private static final String MODEL = "processes/posts/post-approval.bpmn";

	private static final String FACE = "src/main/java/org/imprimatur/posts/PostApproval.java";

	@TempDir
	Path copy;

	@BeforeEach
	void aCopyOfTheHouse() throws IOException {
		Path ours = House.ours().root();
		for (String folder : List.of("processes", "forms", "docs/policy")) {
			try (Stream<Path> files = Files.walk(ours.resolve(folder))) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					Path to = this.copy.resolve(ours.relativize(file).toString());
					Files.createDirectories(to.getParent());
					Files.copy(file, to);
				}
			}
		}
		Files.createDirectories(this.copy.resolve(FACE).getParent());
		Files.copy(ours.resolve(FACE), this.copy.resolve(FACE));
	}

	private void edit(String file, String... changes) throws IOException {
		Path path = this.copy.resolve(file);
		String text = Files.readString(path);
		for (int i = 0; i < changes.length; i += 2) {
			assertThat(text).as(file).contains(changes[i]);
			text = text.replace(changes[i], changes[i + 1]);
		}
		Files.writeString(path, text);
	}

	/** Between the sign-off and the gate somebody confirms the rights to the pictures. */
	private void inTheModel() throws IOException {
		edit(MODEL, "name=\"Approved\" sourceRef=\"post-approved\" targetRef=\"approval-to-verify\"",
				"name=\"Approved\" sourceRef=\"post-approved\" targetRef=\"" + TASK + "\"",
				"        <bpmn:flowNodeRef>confirm-after-freeze</bpmn:flowNodeRef>",
				"        <bpmn:flowNodeRef>" + TASK
						+ "</bpmn:flowNodeRef>\n        <bpmn:flowNodeRef>confirm-after-freeze</bpmn:flowNodeRef>",
				"    <bpmn:exclusiveGateway id=\"post-approved\"",
				"""
						<bpmn:userTask id="confirm-picture-rights" name="Confirm the rights to the pictures" camunda:formKey="embedded:/forms/posts/confirm-picture-rights" camunda:candidateGroups="${approvalGroup}" camunda:dueDate="${deadlines.of(execution, 'confirm-picture-rights')}">
						  <bpmn:documentation>[APPROVED] Confirm that we may use each picture of this post.</bpmn:documentation>
						  <bpmn:extensionElements>
						    <camunda:inputOutput>
						      <camunda:inputParameter name="confirmPictureRights" />
						    </camunda:inputOutput>
						    <camunda:taskListener delegateExpression="${remindPeople}" event="timeout" id="confirm-picture-rights-overdue">
						      <bpmn:timerEventDefinition id="confirm-picture-rights-overdue-timer">
						        <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadlines.of(execution, 'confirm-picture-rights')}</bpmn:timeDate>
						      </bpmn:timerEventDefinition>
						    </camunda:taskListener>
						  </bpmn:extensionElements>
						  <bpmn:incoming>approved-yes</bpmn:incoming>
						  <bpmn:outgoing>rights-confirmed</bpmn:outgoing>
						</bpmn:userTask>
						<bpmn:sequenceFlow id="rights-confirmed" sourceRef="confirm-picture-rights" targetRef="approval-to-verify" />
						<bpmn:exclusiveGateway id="post-approved\"""");
	}

	private void itsForm() throws IOException {
		Files.copy(this.copy.resolve("forms/posts/take-out-of-queue.html"),
				this.copy.resolve("forms/posts/" + TASK + ".html"));
	}

	private void inTheFace() throws IOException {
		edit(FACE, "REVIEW_URGENT_POST(\"review-urgent-post\");",
				"REVIEW_URGENT_POST(\"review-urgent-post\"), CONFIRM_PICTURE_RIGHTS(\"" + TASK + "\");",
				"	public static final String KEY =",
				"	public static final Variable<TakenOut> CONFIRM_PICTURE_RIGHTS = Variable.outcome(\n"
						+ "			Task.CONFIRM_PICTURE_RIGHTS, TakenOut.class);\n\n	public static final String KEY =",
				"				REVIEW_URGENT_POST);", "				REVIEW_URGENT_POST, CONFIRM_PICTURE_RIGHTS);");
	}

	private void itsDeadline() throws IOException {
		String table = Files.readString(this.copy.resolve("processes/posts/post-approval-deadlines.dmn"));
		int step = table.indexOf("<text>\"take-out-of-queue\"</text>");
		int from = table.lastIndexOf("      <rule id=", step);
		int to = table.indexOf("</rule>\n", step) + "</rule>\n".length();
		String row = table.substring(from, to);
		String id = row.replaceAll("(?s).*?<rule id=\"([^\"]+)\".*", "$1");
		Files.writeString(this.copy.resolve("processes/posts/post-approval-deadlines.dmn"),
				allowed(table.substring(0, to)) + row.replace("\"take-out-of-queue\"", "\"" + TASK + "\"")
					.replace("id=\"" + id, "id=\"" + TASK + "-due") + table.substring(to));
		Path examples = this.copy.resolve("processes/posts/post-approval-deadlines.examples.csv");
		List<String> lines = new ArrayList<>(Files.readAllLines(examples));
		lines.addAll(lines.stream()
			.filter((line) -> line.startsWith("take-out-of-queue,"))
			.map((line) -> line.replace("take-out-of-queue,", TASK + ","))
			.toList());
		Files.write(examples, lines);
	}

	/** The first time that the step is named is in the values that the table allows. */
	private static String allowed(String table) {
		return table.replaceFirst("\"take-out-of-queue\"", "\"take-out-of-queue\",\"" + TASK + "\"");
	}

	private List<String> findings() throws Exception {
		House house = new House(this.copy);
		Around ours = ConventionsTest.around();
		Collection<ProcessFace> faces = new ArrayList<>(
				ours.faces().stream().filter((face) -> !face.key().equals("post-approval")).toList());
		faces.add(face());
		Around around = new Around(house, faces, ours.promises(), ours.beans(), ours.groups());
		TableFeel feel = new TableFeel();
		List<ModelRule> rules = new ArrayList<>(around.rules());
		rules.add(new TableRule(feel));
		rules.add(new ExampleRule(feel));
		return around.findings(rules.toArray(ModelRule[]::new));
	}

	/** The face as it stands in the copy. */
	private ProcessFace face() throws Exception {
		Path compiled = Files.createDirectories(this.copy.resolve("compiled"));
		int failed = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-nowarn", "-d", compiled.toString(), "-cp",
					System.getProperty("java.class.path"), this.copy.resolve(FACE).toString());
		assertThat(failed).as("the face compiles").isZero();
		URL[] from = { compiled.toUri().toURL(),
				ProcessFace.class.getProtectionDomain().getCodeSource().getLocation() };
		ClassLoader ofTheCopy = new URLClassLoader(from, getClass().getClassLoader()) {
			@Override
			protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
				// what the face calls by its short name stands in its own package
				if (!name.startsWith("org.imprimatur.posts.")) {
					return super.loadClass(name, resolve);
				}
				Class<?> known = findLoadedClass(name);
				return (known != null) ? known : findClass(name);
			}
		};
		return (ProcessFace) ofTheCopy.loadClass("org.imprimatur.posts.PostApproval")
			.getDeclaredConstructor()
			.newInstance();
	}

	@Test
	void followed() throws Exception {
		assertThat(findings()).as("as it is").isEmpty();
		inTheModel();
		assertThat(findings()).anySatisfy((one) -> assertThat(one).contains("forms/posts/" + TASK + ".html"))
			.anySatisfy((one) -> assertThat(one).contains("PostApproval").contains(TASK))
			.anySatisfy((one) -> assertThat(one).contains("deadlines").contains(TASK));
		itsForm();
		assertThat(findings()).noneSatisfy((one) -> assertThat(one).contains("forms/posts/" + TASK + ".html"))
			.isNotEmpty();
		inTheFace();
		assertThat(findings()).allSatisfy((one) -> assertThat(one).contains("deadline")).isNotEmpty();
		itsDeadline();
		assertThat(findings()).isEmpty();
	}

}
