package org.imprimatur.security.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.security.KeptFields;

/**
 * What somebody sent with a form of ours while the database did not answer, for the page
 * that says so: one button sends the same once more. With files there is no button, since
 * a page cannot hold them.
 *
 * @param address where the form goes
 * @param fields as they were typed; empty if there were files
 */
public record SentAgain(String address, List<Field> fields) {

	/** A field of the form, hidden on the page. */
	public record Field(String name, String value) {
	}

	/**
	 * What this request sent.
	 * @param address where it was sent to, if not to the request's own address
	 * @return null if it was no form of ours
	 */
	static SentAgain of(HttpServletRequest request, Object address) {
		if (!request.getMethod().equals("POST") || request.getParameter(KeptFields.PERSON) == null) {
			return null;
		}
		List<Field> fields = new ArrayList<>();
		if (!hasFiles(request)) {
			request.getParameterMap().forEach((name, values) -> {
				if (!name.equals("_csrf")) {
					List.of(values).forEach((value) -> fields.add(new Field(name, value)));
				}
			});
		}
		return new SentAgain((address != null) ? address.toString() : request.getRequestURI(), fields);
	}

	private static boolean hasFiles(HttpServletRequest request) {
		if (!String.valueOf(request.getContentType()).startsWith("multipart/")) {
			return false;
		}
		try {
			return request.getParts()
				.stream()
				.anyMatch((part) -> part.getSubmittedFileName() != null && part.getSize() > 0);
		}
		catch (IOException | ServletException | IllegalStateException ex) {
			return true;
		}
	}

}
