package org.imprimatur.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A calendar's feed asks for no password, so that each secret address answers thirty
 * times in ten minutes, whether it is one or not; after that 429 with
 * {@code Retry-After}. Kept in memory, for the ten thousand most recent addresses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class FeedLimit extends OncePerRequestFilter {

	static final int MOST = 30;

	static final Duration WITHIN = Duration.ofMinutes(10);

	private static final int KEPT = 10_000;

	private final Map<String, Asked> asked = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
			return size() > KEPT;
		}
	};

	private final Clock clock;

	FeedLimit(Clock clock) {
		this.clock = clock;
	}

	/** How often an address was asked for since a time. */
	private record Asked(int times, Instant since) {
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !(path.startsWith("/calendar/") && path.endsWith(".ics"));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Duration wait = wait(request.getRequestURI());
		if (wait.isZero()) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
		response.setContentType("text/plain;charset=UTF-8");
		response.getOutputStream()
			.write(("This calendar was asked for too often. Ask again in " + (wait.toSeconds() + 1)
					+ " seconds, and set your calendar to look every fifteen minutes or less often.\n")
				.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * How long the address has to wait; nothing if it may be answered, which then counts.
	 */
	private synchronized Duration wait(String path) {
		Instant now = this.clock.instant();
		String key = (path.length() > 200) ? path.substring(0, 200) : path;
		Asked so = this.asked.get(key);
		if (so == null || !now.isBefore(so.since().plus(WITHIN)) || now.isBefore(so.since())) {
			this.asked.put(key, new Asked(1, now));
			return Duration.ZERO;
		}
		if (so.times() >= MOST) {
			return Duration.between(now, so.since().plus(WITHIN));
		}
		this.asked.put(key, new Asked(so.times() + 1, so.since()));
		return Duration.ZERO;
	}

}
