package org.imprimatur.doors;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("No changed model brings a post out without its decisions")
class ChangedModelTest extends AtTheDoor {

	private static final String[] FILES = { "posts/post-approval.bpmn", "posts/post-checks.dmn",
			"posts/post-approval-deadlines.dmn" };

	@Autowired
	RepositoryService repository;

	@AfterEach
	void theModelsAreTheirOwnAgain() {
		var deployment = this.repository.createDeployment().name("Imprimatur").source("processes");
		for (String file : FILES) {
			deployment.addString(file, text(file));
		}
		Door.through(deployment::deploy);
	}

	static String text(String file) {
		try {
			return new ClassPathResource("processes/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** Deploys as the Camunda Modeler does. */
	private HttpResponse<String> deploy(String login, Map<String, String> files) {
		String edge = "----edge7";
		StringBuilder body = new StringBuilder();
		Map<String, String> fields = Map.of("deployment-name", "a change", "deployment-source", "Camunda Modeler",
				"enable-duplicate-filtering", "true", "deploy-changed-only", "true", "tenant-id", "");
		fields.forEach((name, value) -> body.append(
				"--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
		files.forEach((name, content) -> body.append("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name
				+ "\"; filename=\"" + name + "\"\r\nContent-Type: text/xml\r\n\r\n" + content + "\r\n"));
		body.append("--" + edge + "--\r\n");
		return program(login).send(program(login).request("/engine-rest/deployment/create")
			.header("Content-Type", "multipart/form-data; boundary=" + edge)
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
	}

	/** Past the check of models, as if it had a hole: the next line has to hold too. */
	private void deployPastTheCheck(Map<String, String> files) {
		Door.through(() -> {
			var deployment = this.repository.createDeployment().name("a change").source("nobody's");
			files.forEach(deployment::addString);
			return deployment.deploy();
		});
	}

	/** Refused with a sentence that holds these words, and nothing is changed by it. */
	private void isRefused(String login, Map<String, String> files, String... words) {
		String house = house();
		HttpResponse<String> answer = deploy(login, files);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(answer.body()).contains("Nothing was deployed").contains(words);
		assertThat(house()).isEqualTo(house);
	}

	private static Map<String, String> changed(String old, String changed) {
		Map<String, String> files = new LinkedHashMap<>();
		for (String file : FILES) {
			files.put(file, text(file));
		}
		assertThat(files.get(FILES[0])).contains(old);
		files.put(FILES[0], files.get(FILES[0]).replace(old, changed));
		return files;
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = {
			"sign-off cut|id=\"aligned-yes\" name=\"Aligned\" sourceRef=\"post-aligned\" targetRef=\"route-needed\"|id=\"aligned-yes\" sourceRef=\"post-aligned\" targetRef=\"release-on-accounts\"|check-charity-objects",
			"condition inverted|${whatNext == 'PUBLISH'}|${whatNext != 'PUBLISH'}|sign-off-post",
			"verify-approval cut|id=\"approval-to-verify-verify\" sourceRef=\"approval-to-verify\" targetRef=\"verify-approval\"|id=\"approval-to-verify-verify\" sourceRef=\"approval-to-verify\" targetRef=\"release-on-accounts\"|sign-off-post",
			"straight to the end|id=\"approval-to-verify-verify\" sourceRef=\"approval-to-verify\" targetRef=\"verify-approval\"|id=\"approval-to-verify-verify\" sourceRef=\"approval-to-verify\" targetRef=\"post-published\"|sign-off-post" })
	void aShortcutToTheReleaseIsRefusedWhenItIsTaken(String what, String old, String changed, String stuck) {
		isRefused("modeller", changed(old, changed), "against [APPROVED]", "is reached without");
		deployPastTheCheck(changed(old, changed));
		String post = submitted("author", "main-x", null);
		if (stuck.equals("sign-off-post")) {
			done("objects", task(post), Answers.ALIGNED);
		}
		assertThat(step(post)).isEqualTo(stuck);
		String before = everything(post);
		String login = stuck.equals("sign-off-post") ? "approver" : "objects";
		HttpResponse<String> answer = program(login).json("POST", "/tasks/" + task(post), Answers.at(stuck));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
		assertThat(answer.body()).contains(post, "/items/" + post);
		assertThat(everything(post)).isEqualTo(before);
		assertThat(count("select count(*) from post_release where reference = ?", post)).isZero();
	}

	@ParameterizedTest(name = "{0} offered to the digital team")
	@CsvSource({ "check-charity-objects,camunda:candidateGroups=\"charity-objects-reviewers\"",
			"sign-off-post,camunda:candidateGroups=\"${approvalGroup}\"" })
	void aModelDoesNotMakeJudges(String step, String old) {
		for (String other : new String[] { "camunda:candidateGroups=\"digital-team,digital-team-approvers\"",
				"camunda:assignee=\"author2\"" }) {
			Map<String, String> files = changed(old + " camunda:dueDate", other + " camunda:dueDate");
			isRefused("modeller", files, step, "is not found as its lane");
			deployPastTheCheck(files);
			String post = submitted("author", "main-x", null);
			if (step.equals("sign-off-post")) {
				done("objects", task(post), Answers.ALIGNED);
			}
			assertThat(step(post)).isEqualTo(step);
			String before = everything(post);
			HttpResponse<String> answer = program("author2").json("POST", "/tasks/" + task(post), Answers.at(step));
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
			assertThat(answer.body()).contains("for other people");
			assertThat(everything(post)).isEqualTo(before);
		}
	}

	@Test
	void aRenamedTaskHasNoForm() {
		Map<String, String> files = changed(
				"id=\"submitted-yes\" name=\"Yes\" sourceRef=\"draft-submitted\" " + "targetRef=\"facts-needed\"",
				"id=\"submitted-yes\" sourceRef=\"draft-submitted\" targetRef=\"schedule-post\"");
		files.put(FILES[0],
				files.get(FILES[0])
					.replace("\"schedule-post\"", "\"publish-it\"")
					.replace(">schedule-post<", ">publish-it<"));
		isRefused("modeller", files, "has lost the task schedule-post", "publish-it");
		deployPastTheCheck(files);
		String post = submitted("author", "main-x", null);
		assertThat(step(post)).isEqualTo("publish-it");
		String before = everything(post);
		for (String login : new String[] { "author", "author2", "admin" }) {
			HttpResponse<String> answer = program(login).json("POST", "/tasks/" + task(post), Answers.POSTED);
			assertThat(answer.statusCode()).as(answer.body()).isIn(404, 409);
		}
		assertThat(everything(post)).isEqualTo(before);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = {
			"a Java class|camunda:delegateExpression=\"${establishFacts}\"|camunda:class=\"java.lang.Object\"|establish-facts",
			"an outside worker|camunda:delegateExpression=\"${establishFacts}\"|camunda:type=\"external\" camunda:topic=\"x\"|establish-facts",
			"a script listener|<camunda:taskListener delegateExpression=\"${remindPeople}\" event=\"timeout\" id=\"sign-off-post-overdue\">|<camunda:taskListener event=\"timeout\" id=\"sign-off-post-overdue\"><camunda:script scriptFormat=\"groovy\">x</camunda:script>|sign-off-post-overdue",
			"a script condition|<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${whatNext == 'PUBLISH'}|<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">true|needs-publishing" })
	void codeInAModelIsRefusedAndItsElementNamed(String what, String old, String changed, String element) {
		for (String login : new String[] { "modeller", "admin" }) {
			isRefused(login, changed(old, changed), element);
		}
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> deployPastTheCheck(changed(old, changed)))
			.withMessageContaining(element)
			.withMessageContaining("brings no code along");
	}

	@Test
	void anExpressionInAModelReachesNothingButOurSteps() {
		for (String expression : new String[] { "${people.find('admin')}", "${jdbcClient}",
				"${execution.processEngineServices}", "${verifyApproval.execute(execution)}",
				"${''.getClass().forName('java.lang.Runtime')}", "${deadlines.getClass()}" }) {
			Map<String, String> files = changed("camunda:delegateExpression=\"${establishFacts}\"",
					"camunda:expression=\"" + expression + "\"");
			isRefused("modeller", files, "establish-facts", "uses camunda:expression");
			deployPastTheCheck(files);
			String fields = "{\"accounts\":\"main-x\",\"kind\":\"ORIGINAL\",\"body\":\"x\",\"grounding\":\"POLICY\","
					+ "\"groundingSource\":\"y\",\"decision\":\"SUBMIT\"}";
			long posts = count("select count(*) from post");
			HttpResponse<String> answer = program("author").json("POST", "/start/post-approval", fields);
			assertThat(answer.statusCode()).as(expression + " " + answer.body()).isBetween(400, 499);
			assertThat(count("select count(*) from post")).isEqualTo(posts);
		}
	}

	@Test
	void modellersDeployAndNobodyElse() {
		Map<String, String> same = Map.of(FILES[0], text(FILES[0]).replace("1.0.0", "1.0.1"));
		String house = house();
		for (String login : new String[] { "author", "manager", "hoc", "objects", "dem" }) {
			HttpResponse<String> answer = deploy(login, same);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
		}
		assertThat(house()).isEqualTo(house);
		HttpResponse<String> deployed = deploy("modeller", same);
		assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);
		assertThat(count("select count(*) from intervention where person = 'modeller' and act = 'DeployCmd'"))
			.isPositive();
		// with its tables, though only the process was sent
		String post = submitted("author", "main-x", null);
		assertThat(step(post)).isEqualTo("check-charity-objects");
	}

}
