package org.imprimatur.tasks.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Fields;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Reads what was sent, as a form, as multipart or as JSON, into the same fields. */
@Component
public class Sent {

	/** Fields of the page itself, known to every form. */
	static final Set<String> OF_THE_PAGE = Set.of("_csrf", "_person", "framed", "startKey", "taskId", "userId",
			"noCache", "attach", "removeMedia", "from", "next");

	private static final String MEDIA = "media";

	/** What a report attaches, which has no descriptions. */
	private static final String FILES = "files";

	private static final String ALT_TEXT = "altText";

	/** A file could not be taken; what was typed with it is kept. */
	static final class NotTaken extends InvalidFields {

		private final transient Fields typed;

		NotTaken(InvalidFields problem, Fields typed) {
			super(problem.messages());
			this.typed = typed;
		}

		/**
		 * What to show again after a problem: what was read, or what came with the file.
		 */
		static Fields typed(InvalidFields problem, Fields read) {
			return (problem instanceof NotTaken file) ? file.typed : read;
		}

	}

	private static final String STARTED_BY = Sent.class.getName() + ".startKey";

	private final ObjectMapper json;

	private final MediaFiles media;

	private final People people;

	Sent(ObjectMapper json, MediaFiles media, People people) {
		this.json = json;
		this.media = media;
		this.people = people;
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

	/**
	 * What was sent; attached files are kept at once and stand in the field {@code media}
	 * by their ids, after those that were kept before.
	 * @throws InvalidFields if it cannot be read at all, or a file cannot be taken
	 */
	public Fields fields(HttpServletRequest request) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		if (isJson(request)) {
			read(request).properties()
				.forEach((field) -> values.put(field.getKey(), texts(field.getKey(), field.getValue())));
		}
		else {
			request.getParameterMap().forEach((name, all) -> values.put(name, Arrays.asList(all)));
			try {
				attach(request, values);
			}
			catch (InvalidFields ex) {
				values.keySet().removeAll(OF_THE_PAGE);
				throw new NotTaken(ex, Fields.of(values));
			}
		}
		if (isJson(request) && values.containsKey("startKey")) {
			request.setAttribute(STARTED_BY, String.join("", values.get("startKey")));
		}
		values.keySet().removeAll(OF_THE_PAGE);
		return Fields.of(values);
	}

	private void attach(HttpServletRequest request, Map<String, List<String>> values) {
		attach(request, values, MEDIA);
		attach(request, values, FILES);
	}

	private void attach(HttpServletRequest request, Map<String, List<String>> values, String field) {
		List<String> ids = new ArrayList<>(values.getOrDefault(field, List.of()));
		List<String> texts = new ArrayList<>(values.getOrDefault(ALT_TEXT, List.of()));
		for (String gone : values.getOrDefault("removeMedia", List.of())) {
			int at = ids.indexOf(gone);
			if (at >= 0) {
				ids.remove(at);
				if (at < texts.size()) {
					texts.remove(at);
				}
			}
		}
		MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
		if (multipart != null) {
			for (MultipartFile file : multipart.getFiles(field)) {
				if (!file.isEmpty() || !String.valueOf(file.getOriginalFilename()).isEmpty()) {
					String id = keep(field, file).id();
					if (!ids.contains(id)) {
						ids.add(id);
					}
				}
			}
		}
		if (!ids.isEmpty()) {
			values.put(field, ids);
		}
		if (field.equals(MEDIA) && values.containsKey(ALT_TEXT)) {
			values.put(ALT_TEXT, texts);
		}
	}

	private MediaFile keep(String field, MultipartFile file) {
		try {
			String name = String.valueOf(file.getOriginalFilename());
			return field.equals(FILES) ? this.media.keepEvidence(field, name, file.getBytes(), this.people.acting())
					: this.media.keep(field, name, file.getBytes(), this.people.acting());
		}
		catch (IOException ex) {
			throw new InvalidFields(field, "The file could not be read. Attach it again.");
		}
	}

	/**
	 * The key by which the same start, sent again, is known: from the page's field, the
	 * address or the JSON; empty if there is none. To be asked after {@link #fields}.
	 * @throws InvalidFields if there is one of another form, since to ignore it would
	 * begin a second case when it is sent again
	 */
	static Optional<String> startKey(HttpServletRequest request) {
		String key = (request.getAttribute(STARTED_BY) instanceof String sent) ? sent
				: request.getParameter("startKey");
		if (key == null || key.isEmpty()) {
			return Optional.empty();
		}
		if (!key.matches("[0-9a-f-]{36}")) {
			throw new InvalidFields("", "Send as startKey a UUID in small letters, or none.");
		}
		return Optional.of(key);
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
