package org.imprimatur.doors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngines;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Caller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("APPROVED")
@DisplayName("Trying a model is for those who read models, and whatever is sent there harms nothing")
class TryDoorTest extends AtTheDoor {

	private static final String PAGE = "/models/try";

	private HttpResponse<String> tries(String login, String... fields) {
		StringBuilder all = new StringBuilder();
		for (int i = 0; i < fields.length; i += 2) {
			all.append(fields[i]).append('=').append(Caller.encoded(fields[i + 1])).append('&');
		}
		return form(login, PAGE, all.toString());
	}

	/** Some files as the page carries them. */
	private static String packed(String name, byte[] content, int times) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (int i = 0; i < times; i++) {
				zip.putNextEntry(new ZipEntry(i + name));
				zip.write(content);
			}
		}
		return Base64.getEncoder().encodeToString(bytes.toByteArray());
	}

	private static String correction() throws Exception {
		return packed("post-correction.bpmn", ChangedModelTest.text("posts/post-correction.bpmn").getBytes("UTF-8"), 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "author", "approver", "dem", "trustee1" })
	@DisplayName("nobody else tries one, by the page or past it")
	void others(String login) throws Exception {
		assertThat(tries(login, "files", correction(), "process", "post-correction").statusCode()).isEqualTo(403);
		assertThat(program(login).json("POST", PAGE, "{}").statusCode()).isIn(403, 415);
		assertThat(program(login).page(PAGE + "?model=post-approval").statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("a stranger signs in first; a form of another site is refused")
	void strangers() {
		assertThat(new Caller(this.port).page(PAGE).statusCode()).isIn(302, 303, 401);
		assertThat(browser("modeller").form(PAGE, "process=post-approval").statusCode()).isIn(302, 303, 403);
	}

	@ParameterizedTest
	@DisplayName("what the page carries from step to step is read anew each time; what cannot be read is said")
	@CsvSource(delimiter = '|', textBlock = """
			files | not base64 at all!           | This step cannot be read
			files | UEsDBAoAAAAAAAAAIQ==         | Choose the files to try
			start | yesterday                    | This step cannot be read
			move  | FLY away                     | This step cannot be read
			act   | DO                           | This step cannot be read
			act   | EXPLODE everything           | This step cannot be read
			""")
	void tampered(String field, String value, String sentence) throws Exception {
		HttpResponse<String> answer = field.equals("files") ? tries("modeller", field, value)
				: tries("modeller", "files", correction(), "process", "post-correction", field, value);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence).doesNotContain("Exception", "\tat ");
	}

	@Test
	@DisplayName("a step that the case does not stand at is told, and the case stays where it was")
	void elsewhere() throws Exception {
		HttpResponse<String> answer = tries("modeller", "files", correction(), "process", "post-correction", "act",
				"DO no-such-step:7");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("There is a problem", "How it begins").doesNotContain("Exception");
	}

	@Test
	@DisplayName("a step that needs more answers says so, and keeps those that were given")
	void kept() throws Exception {
		HttpResponse<String> answer = tries("modeller", "files", correction(), "process", "post-correction", "act",
				"BEGIN correction-started", "answer-accountOwner", "SECTION");
		assertThat(answer.body()).contains("There is a problem", "Whether it went out with approval")
			.containsPattern("value=\"SECTION\" selected=\"selected\"");
	}

	@Test
	@DisplayName("files that unpack to too much, too many files, too many moves: a sentence")
	void tooMuch() throws Exception {
		assertThat(tries("modeller", "files", packed("a.bpmn", new byte[4_000_000], 1)).body())
			.contains("This step cannot be read");
		assertThat(tries("modeller", "files", packed("a.bpmn", new byte[10], 21)).statusCode()).isEqualTo(422);
		String[] fields = new String[4 + 2 * 201];
		fields[0] = "files";
		fields[1] = correction();
		fields[2] = "process";
		fields[3] = "post-correction";
		for (int i = 4; i < fields.length; i += 2) {
			fields[i] = "move";
			fields[i + 1] = "CLOCK NEXT";
		}
		HttpResponse<String> answer = tries("modeller", fields);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("at most 200 moves");
	}

	@Test
	@DisplayName("a file that breaks a rule of code, and one that is none, are not run")
	void refused() throws Exception {
		byte[] code = ChangedModelTest.text("posts/post-correction.bpmn")
			.replace("${deadlines.of(execution, 'decide-correction')}", "${runtimeService.deleteEverything()}")
			.getBytes("UTF-8");
		assertThat(tries("modeller", "files", packed("x.bpmn", code, 1), "process", "post-correction").body())
			.contains("These files cannot be tried. Mend this first");
		byte[] entity = "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>".getBytes("UTF-8");
		assertThat(tries("modeller", "files", packed("x.bpmn", entity, 1)).body()).contains("document type")
			.doesNotContain("root:");
	}

	@Test
	@DisplayName("the application knows one engine, and its REST answers for that alone")
	void oneEngine() throws Exception {
		String house = house();
		HttpResponse<String> answer = program("modeller").send(
				program("modeller").request(PAGE + "?model=post-approval").header("Accept", "application/json").GET());
		JsonNode told = this.json.readTree(answer.body());
		assertThat(told.path("case").path("stops")).isNotEmpty();
		assertThat(ProcessEngines.getProcessEngines()).hasSize(1).containsKey("default");
		assertThat(rest("admin", "GET", "/engine", "").body()).doesNotContain("sandbox");
		assertThat(house()).isEqualTo(house);
	}

}
