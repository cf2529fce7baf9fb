package org.imprimatur.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five wrong attempts for one login from one address, and
 * after fifty from one address for any logins, each further attempt waits longer, up to
 * five minutes. Forgotten after an hour without attempts. Kept in memory, for the ten
 * thousand most recent.
 */
@Component
class Throttle {

	private static final int KEPT = 10_000;

	private static final Duration FORGOTTEN = Duration.ofHours(1);

	private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
			return size() > KEPT;
		}
	};

	private final Clock clock;

	@Autowired
	Throttle() {
		this(Clock.systemUTC());
	}

	Throttle(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Refuses an attempt that comes too early; the password is not looked at.
	 * @throws LockedException saying how long to wait
	 */
	synchronized void check(String address, String login) {
		Instant now = this.clock.instant();
		Instant until = later(allowedFrom(address + " " + login, 5), allowedFrom(address, 50));
		if (now.isBefore(until)) {
			long seconds = Math.max(1, Duration.between(now, until).toSeconds());
			throw new LockedException("Too many attempts. Try again in " + seconds + " seconds.");
		}
	}

	synchronized void failed(String address, String login) {
		for (String key : new String[] { address + " " + login, address }) {
			Failures before = this.failures.get(key);
			int count = (before == null || before.last().plus(FORGOTTEN).isBefore(this.clock.instant())) ? 0
					: before.count();
			this.failures.put(key, new Failures(count + 1, this.clock.instant()));
		}
	}

	synchronized void succeeded(String address, String login) {
		this.failures.remove(address + " " + login);
	}

	private Instant allowedFrom(String key, int free) {
		Failures so = this.failures.get(key);
		if (so == null || so.count() < free) {
			return Instant.MIN;
		}
		return so.last().plusSeconds(Math.min(300, 1L << Math.min(so.count() - free + 1, 9)));
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private record Failures(int count, Instant last) {
	}

}
