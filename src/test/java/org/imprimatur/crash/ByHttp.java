package org.imprimatur.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The running application as a program speaks to it. */
abstract class ByHttp {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(30))
		.build();

	private String address;

	/**
	 * What the application answered.
	 *
	 * @param location the address it sent the caller on to; empty if none
	 */
	record Answer(int status, String location, JsonNode body) {
	}

	/** From now on it is known where it answers. */
	final void answersAt(String found) {
		this.address = found;
	}

	/** For the message of a failure. */
	abstract String endOfLog();

	/**
	 * Sends fields as JSON.
	 * @throws IOException if no answer came: the sender does not know what became of it
	 */
	Answer post(String person, String path, Map<String, ?> fields) throws IOException, InterruptedException {
		return send(as(person, path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(fields))));
	}

	/**
	 * Sends a form with one file, as a program does.
	 * @throws IOException if no answer came
	 */
	Answer upload(String person, String path, Map<String, String> fields, String field, String name, byte[] content)
			throws IOException, InterruptedException {
		String edge = "----imprimatur";
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (Map.Entry<String, String> one : fields.entrySet()) {
			body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
				.formatted(edge, one.getKey(), one.getValue())
				.getBytes(StandardCharsets.UTF_8));
		}
		body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
			.formatted(edge, field, name)
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n--%s--\r\n".formatted(edge).getBytes(StandardCharsets.UTF_8));
		return send(as(person, path).header("Content-Type", "multipart/form-data; boundary=" + edge)
			.POST(BodyPublishers.ofByteArray(body.toByteArray())));
	}

	/** Reads a file that was attached. */
	byte[] file(String person, String id) throws IOException, InterruptedException {
		return this.client
			.send(as(person, "/media/" + id).setHeader("Accept", "*/*").build(), BodyHandlers.ofByteArray())
			.body();
	}

	/**
	 * Reads an address as JSON.
	 * @throws IllegalStateException if the answer is not 200, with the end of the log
	 */
	JsonNode get(String person, String path) throws IOException, InterruptedException {
		Answer answer = send(as(person, path));
		if (answer.status() != 200) {
			throw new IllegalStateException(
					path + " answered " + answer.status() + ": " + answer.body() + "\n" + endOfLog());
		}
		return answer.body();
	}

	/**
	 * Asks for something that may well be refused.
	 * @throws IOException if no answer came
	 */
	Answer ask(String person, String path) throws IOException, InterruptedException {
		return send(as(person, path));
	}

	/** What anybody is told about the application's health, and how soon. */
	Answer health(String part) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(this.address + "/actuator/health" + part)));
	}

	/** Where it answers, such as {@code http://127.0.0.1:4711}. */
	String address() {
		return this.address;
	}

	/** Reads a page as a browser does; how long its text is. */
	int page(String person, String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.client.send(as(person, path).setHeader("Accept", "text/html").build(),
				BodyHandlers.ofString(StandardCharsets.UTF_8));
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(path + " answered " + answer.statusCode() + "\n" + endOfLog());
		}
		return answer.body().length();
	}

	private HttpRequest.Builder as(String person, String path) {
		String login = Base64.getEncoder().encodeToString((person + ":imprimatur").getBytes(StandardCharsets.UTF_8));
		return HttpRequest.newBuilder(URI.create(this.address + path))
			.timeout(Duration.ofMinutes(1))
			.header("Authorization", "Basic " + login)
			.header("Accept", "application/json");
	}

	private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
		String type = answer.headers().firstValue("Content-Type").orElse("");
		return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(""),
				(type.contains("json") && !answer.body().isEmpty()) ? JSON.readTree(answer.body())
						: JSON.missingNode());
	}

}
