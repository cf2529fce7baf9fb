package org.imprimatur.operating;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.imprimatur.tasks.ItemInLog;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names the item of an address in the log, and no item once the request is answered: the
 * thread goes on to somebody else's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ItemOfRequest extends OncePerRequestFilter {

	private static final Pattern ITEM = Pattern.compile("/(?:items|history)/([A-Z]+-[0-9]{4}-[0-9]+)(?:[/.].*)?");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Matcher item = ITEM.matcher(request.getRequestURI());
		if (item.matches()) {
			ItemInLog.is(item.group(1));
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			ItemInLog.none();
		}
	}

}
