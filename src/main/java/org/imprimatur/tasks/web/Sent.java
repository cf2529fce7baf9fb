package org.imprimatur.tasks.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.tasks.Fields;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads what was sent, as a form, as multipart or as JSON, into the same fields. */
@Component
public class Sent {

	/** Fields of the page itself, known to every form. */
	static final Set<String> OF_THE_PAGE = Set.of("_csrf", "_person", "framed", "startKey", "taskId", "userId",
			"noCache");

	private static final String STARTED_BY = Sent.class.getName() + ".startKey";

	private final ObjectMapper json;

	Sent(ObjectMapper json) {
		this.json = json;
	}

	public static boolean isJson(HttpServletRequest request) {
		return request.getContentType() != null
				&& MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
	}

	/**
	 * Whether the answer is for a machine.
	 */
	public static boolean wantsJson(HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		return isJson(request)
				|| (accept != null && accept.contains("json") && !accept.contains(MediaType.TEXT_HTML_VALUE));
	}

	public Fields fields(HttpServletRequest request) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		if (isJson(request)) {
			read(request).properties()
				.forEach((field) -> values.put(field.getKey(), texts(field.getKey(), field.getValue())));
		}
		else {
			request.getParameterMap().forEach((name, all) -> values.put(name, Arrays.asList(all)));
		}
		if (isJson(request) && values.containsKey("startKey")) {
			request.setAttribute(STARTED_BY, String.join("", values.get("startKey")));
		}
		values.keySet().removeAll(OF_THE_PAGE);
		return Fields.of(values);
	}

	/**
	 * The key by which the same start, sent again, is known: from the page's field, the
	 * address or the JSON; empty if there is none. To be asked after {@link #fields}.
	 * @throws InvalidFields if there is one of another form, since to ignore it would
	 * begin a second case when it is sent again
	 */
	static String startKey(HttpServletRequest request) {
		String key = request.getParameter("startKey");
		if (request.getAttribute(STARTED_BY) instanceof String sent) {
			key = sent;
		}
		if (key == null || key.isEmpty()) {
			return "";
		}
		if (!key.matches("[0-9a-f-]{36}")) {
			throw new InvalidFields("", "Send as startKey a UUID in small letters, or none.");
		}
		return key;
	}

	private JsonNode read(HttpServletRequest request) {
		try {
			JsonNode sent = this.json.readTree(request.getInputStream());
			if (sent == null || !sent.isObject()) {
				throw new InvalidFields("", "Send one JSON object with the fields of the form.");
			}
			return sent;
		}
		catch (IOException ex) {
			throw new InvalidFields("", "Send well-formed JSON: one object with the fields of the form.");
		}
	}

	private static List<String> texts(String name, JsonNode value) {
		List<String> all = new ArrayList<>();
		for (JsonNode one : value.isArray() ? value : List.of(value)) {
			if (one.isContainerNode()) {
				throw new InvalidFields(name, "Send " + name + " as a text or a list of texts.");
			}
			if (!one.isNull()) {
				all.add(one.asText());
			}
		}
		return all;
	}

}
