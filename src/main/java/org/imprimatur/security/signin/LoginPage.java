package org.imprimatur.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The sign-in page: view {@code login} with {@code error} (a sentence or null),
 * {@code username} (what was typed), {@code ended} (the session had ended) and
 * {@code out} (just signed out).
 */
@Controller
class LoginPage {

	@GetMapping("/login")
	String login(HttpServletRequest request, Model model) {
		HttpSession session = request.getSession(false);
		model.addAttribute("error", taken(session, SignInFailed.SENTENCE));
		model.addAttribute("username", taken(session, SignInFailed.LOGIN));
		model.addAttribute("ended", request.getParameter("ended") != null);
		model.addAttribute("out", request.getParameter("logout") != null);
		return "login";
	}

	private static Object taken(HttpSession session, String name) {
		if (session == null) {
			return null;
		}
		Object value = session.getAttribute(name);
		session.removeAttribute(name);
		return value;
	}

}
