package org.imprimatur.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.LockedException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Guessing is slowed down, and nobody is locked out by a stranger")
class ThrottleTest {

	private Instant now = Instant.parse("2026-11-20T10:00:00Z");

	private final Throttle throttle = new Throttle(new Clock() {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return ThrottleTest.this.now;
		}

	});

	private void fail(int times, String address, String login) {
		for (int time = 0; time < times; time++) {
			this.throttle.failed(address, login);
		}
	}

	@Test
	void fiveAreFreeAndThenOneWaits() {
		fail(4, "10.0.0.1", "ceo");
		assertThatCode(() -> this.throttle.check("10.0.0.1", "ceo")).doesNotThrowAnyException();
		fail(1, "10.0.0.1", "ceo");
		assertThatThrownBy(() -> this.throttle.check("10.0.0.1", "ceo")).isInstanceOf(LockedException.class)
			.hasMessageContaining("Try again in 2 seconds");
		this.now = this.now.plusSeconds(2);
		assertThatCode(() -> this.throttle.check("10.0.0.1", "ceo")).doesNotThrowAnyException();
	}

	@Test
	void theWaitGrowsToFiveMinutesAndNoFurther() {
		fail(40, "10.0.0.1", "ceo");
		assertThatThrownBy(() -> this.throttle.check("10.0.0.1", "ceo")).hasMessageContaining("300 seconds");
	}

	@Test
	void thePersonSignsInFromAnotherAddress() {
		fail(40, "10.0.0.1", "ceo");
		assertThatCode(() -> this.throttle.check("10.0.0.2", "ceo")).doesNotThrowAnyException();
		assertThatCode(() -> this.throttle.check("10.0.0.1", "deputy")).doesNotThrowAnyException();
	}

	@Test
	void manyLoginsFromOneAddressWait() {
		for (int login = 0; login < 50; login++) {
			this.throttle.failed("10.0.0.1", "login-" + login);
		}
		assertThatThrownBy(() -> this.throttle.check("10.0.0.1", "another")).isInstanceOf(LockedException.class);
	}

	@Test
	void anHourLaterOrAfterSuccessAllIsForgotten() {
		fail(40, "10.0.0.1", "ceo");
		this.now = this.now.plus(Duration.ofMinutes(61));
		fail(1, "10.0.0.1", "ceo");
		assertThatCode(() -> this.throttle.check("10.0.0.1", "ceo")).doesNotThrowAnyException();
		fail(4, "10.0.0.1", "ceo");
		this.throttle.succeeded("10.0.0.1", "ceo");
		assertThatCode(() -> this.throttle.check("10.0.0.1", "ceo")).doesNotThrowAnyException();
	}

}
