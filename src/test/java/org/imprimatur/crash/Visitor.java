package org.imprimatur.crash;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * Somebody in a browser without JavaScript: signed in once, and sending the forms that
 * stand on the pages, with their hidden fields.
 */
final class Visitor {

	private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"([^>]*)>");

	private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");

	private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	private final String address;

	private Visitor(String address) {
		this.address = address;
	}

	/**
	 * Signs in.
	 * @param address of the application
	 */
	static Visitor signedIn(String address, String person) throws IOException, InterruptedException {
		Visitor visitor = new Visitor(address);
		Map<String, String> fields = hidden(visitor.read("/login").body(), "/login");
		fields.put("username", person);
		fields.put("password", "imprimatur");
		HttpResponse<String> answer = visitor.send("/login", fields);
		if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("login")) {
			throw new IllegalStateException("Not signed in: " + answer.statusCode());
		}
		return visitor;
	}

	HttpResponse<String> read(String path) throws IOException, InterruptedException {
		return this.client.send(request(path).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	HttpResponse<String> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return this.client.send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	/** The hidden fields of the form on this page that goes to an address. */
	static Map<String, String> hidden(String page, String action) {
		Matcher form = Pattern
			.compile("<form[^>]* action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
			.matcher(page);
		if (!form.find()) {
			throw new IllegalStateException("No form goes to " + action + ": " + page);
		}
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher input = HIDDEN.matcher(form.group(1));
		while (input.find()) {
			Matcher name = NAME.matcher(input.group(1));
			Matcher value = VALUE.matcher(input.group(1));
			if (name.find()) {
				fields.put(name.group(1), value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "");
			}
		}
		return fields;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path))
			.timeout(Duration.ofMinutes(1))
			.header("Accept", "text/html");
	}

}
