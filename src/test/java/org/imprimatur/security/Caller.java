package org.imprimatur.security;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the other end of a connection: a program with a login, or a browser. */
public class Caller {

	private final String server;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private String login;

	public Caller(int port) {
		this.server = "http://localhost:" + port;
	}

	/** Sends login and password with each request. */
	public Caller as(String login) {
		this.login = login;
		return this;
	}

	/** Signs in on the page, as a browser does. */
	public HttpResponse<String> signIn(String login, String password) {
		HttpResponse<String> page = get("/login");
		return form("/login",
				"username=" + login + "&password=" + encoded(password) + "&_csrf=" + encoded(token(page.body())));
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	public HttpResponse<String> page(String path) {
		return send(request(path).header("Accept", "text/html").GET());
	}

	public HttpResponse<String> json(String method, String path, String body) {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
			.header("Accept", "application/json");
		cookie("XSRF-TOKEN", request);
		return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
	}

	public HttpResponse<String> form(String path, String body, String... headers) {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html");
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server + path))
			.timeout(java.time.Duration.ofSeconds(60));
		if (this.login != null) {
			String pair = this.login + ":imprimatur";
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
		}
		return request;
	}

	public static String token(String page) {
		Matcher found = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
		return found.find() ? found.group(1) : "";
	}

	private void cookie(String name, HttpRequest.Builder request) {
		this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.findFirst()
			.ifPresent((cookie) -> request.header("X-" + name, cookie.getValue()));
	}

	public static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
