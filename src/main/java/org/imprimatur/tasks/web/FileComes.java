package org.imprimatur.tasks.web;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the page that asked for a file that it comes, by a cookie that holds nothing
 * else: the page stays, and a script that said "still working" would not know otherwise.
 */
@Component
class FileComes extends OncePerRequestFilter {

	private static final String DISPOSITION = "Content-Disposition";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new HttpServletResponseWrapper(response) {

			@Override
			public void setHeader(String name, String value) {
				super.setHeader(name, value);
				tell(name, value);
			}

			@Override
			public void addHeader(String name, String value) {
				super.addHeader(name, value);
				tell(name, value);
			}

			private void tell(String name, String value) {
				// without a value a header is taken back
				if (DISPOSITION.equalsIgnoreCase(name) && value != null
						&& value.toLowerCase(Locale.ROOT).startsWith("attachment")) {
					Cookie cookie = new Cookie("imprimatur-file", "comes");
					cookie.setPath("/");
					cookie.setSecure(request.isSecure());
					cookie.setAttribute("SameSite", "Lax");
					addCookie(cookie);
				}
			}

		});
	}

}
