package org.imprimatur.security;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * What somebody had typed when the session was found to have ended: kept until the same
 * person has signed in again and the page fills it in. At most 256 KB; files are not
 * kept. The form names its person in the hidden field {@code _person}.
 */
public final class KeptFields {

	/** The hidden field of every form that holds the login it was made for. */
	public static final String PERSON = "_person";

	private static final String PREFIX = "kept:";

	private static final int LIMIT = 256 * 1024;

	private KeptFields() {
	}

	/**
	 * What was typed.
	 *
	 * @param login whose form it was
	 * @param fields by name, without the technical ones
	 */
	public record Kept(String login, Map<String, List<String>> fields) implements Serializable {
	}

	/** Keeps the fields of this submission in the (new) session. */
	public static void keep(HttpServletRequest request) {
		String login = request.getParameter(PERSON);
		Map<String, List<String>> fields = new LinkedHashMap<>();
		long size = 0;
		for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
			if (!field.getKey().startsWith("_")) {
				fields.put(field.getKey(), new ArrayList<>(List.of(field.getValue())));
				size += field.getKey().length();
				size += field.getValue().length;
				for (String value : field.getValue()) {
					size += value.length();
				}
			}
		}
		if (login != null && !login.isBlank() && size <= LIMIT) {
			HttpSession session = request.getSession();
			drop(session);
			session.setAttribute(PREFIX + pageOf(request.getRequestURI()), new Kept(login, fields));
		}
	}

	/**
	 * The fields kept for this page, once; dropped unseen if another person has signed
	 * in.
	 * @param path the path of the page, such as {@code /tasks/…}
	 */
	public static Optional<Map<String, List<String>>> take(HttpServletRequest request, String path, String login) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(PREFIX + path) instanceof Kept kept)) {
			return Optional.empty();
		}
		session.removeAttribute(PREFIX + path);
		return kept.login().equals(login) ? Optional.of(kept.fields()) : Optional.empty();
	}

	/** The page that a form was on, from the address it was sent to. */
	public static String pageOf(String address) {
		return address.replaceFirst("^(/(?:tasks|start|erasures|models/proposals)/[^/]+)/[^/]+$", "$1")
			.replaceFirst("^(/partners)/.+$", "$1")
			.replaceFirst("^(/retention)/holds$", "$1");
	}

	/** One page at a time, so that a session holds no more than the limit. */
	private static void drop(HttpSession session) {
		java.util.Collections.list(session.getAttributeNames())
			.stream()
			.filter((name) -> name.startsWith(PREFIX))
			.forEach(session::removeAttribute);
	}

}
