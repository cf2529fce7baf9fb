package org.imprimatur.security.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("ONE-LOGIN")
class FeedLimitTest {

	private static final String FEED = "/calendar/" + "a1".repeat(32) + ".ics";

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));

	private final FeedLimit limit = new FeedLimit(new Clock() {

		@Override
		public Instant instant() {
			return FeedLimitTest.this.now.get();
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	});

	@Test
	void oneAddressIsAnsweredThirtyTimesAndThenToldWhenToComeBack() throws Exception {
		for (int i = 0; i < FeedLimit.MOST; i++) {
			assertThat(ask(FEED).getStatus()).isEqualTo(200);
		}
		this.now.updateAndGet((time) -> time.plusSeconds(60));
		MockHttpServletResponse refused = ask(FEED);
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("541");
		assertThat(refused.getContentAsString()).contains("Ask again in 541 seconds").doesNotContain("a1a1");
		this.now.updateAndGet((time) -> time.plus(Duration.ofMinutes(9)));
		assertThat(ask(FEED).getStatus()).isEqualTo(200);
	}

	@Test
	void otherAddressesAndPagesAreNotHeldUp() throws Exception {
		for (int i = 0; i <= FeedLimit.MOST; i++) {
			ask(FEED);
			assertThat(ask("/calendar").getStatus()).isEqualTo(200);
		}
		assertThat(ask("/calendar/" + "b2".repeat(32) + ".ics").getStatus()).isEqualTo(200);
	}

	private MockHttpServletResponse ask(String path) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.limit.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
		return response;
	}

}
