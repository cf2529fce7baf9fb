package org.imprimatur.partners;

import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("SHARE")
@DisplayName("An address is a partner's only if it certainly is")
class PartnerAddressTest {

	private static final PartnerAddress SITE = PartnerAddress.read("Partner.example.org").orElseThrow();

	private static final PartnerAddress HANDLE = PartnerAddress.read("https://x.com/partner/").orElseThrow();

	@ParameterizedTest
	@ValueSource(strings = { "https://partner.example.org", "http://PARTNER.example.org/a?b=c#d",
			"https://news.partner.example.org/2026/11", "https://partner.example.org:443/a" })
	@DisplayName("the host itself and its sub-domains, whatever the page")
	void theHost(String source) {
		assertThat(SITE.holds(source)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://partner.example.org.evil.test/", "https://evilpartner.example.org/",
			"https://evil.test/partner.example.org", "https://evil.test/?u=https://partner.example.org/",
			"https://partner.example.org@evil.test/", "https://evil.test@partner.example.org/",
			"https://partner.example.org:8443/", "ftp://partner.example.org/", "javascript://partner.example.org/",
			"https://partner.example.org.", "https://example.org/", "https://evil.test\\@partner.example.org/",
			"https:partner.example.org", "partner.example.org", "" })
	@DisplayName("nothing that only looks like it")
	void nothingElse(String source) {
		assertThat(SITE.holds(source)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://x.com/partner", "https://x.com/partner/", "https://x.com/partner/status/1",
			"https://www.x.com/partner/status/1" })
	@DisplayName("on a platform the partner's own page and what is below it")
	void thePath(String source) {
		assertThat(HANDLE.holds(source)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://x.com/partnership", "https://x.com/other", "https://x.com/",
			"https://x.com/partner/../other", "https://x.com/partner/%2e%2e/other", "https://x.com//partner",
			"https://x.com/partner%2Fother", "https://evil.x.com/partner", "https://x.com/other?a=/partner" })
	@DisplayName("on a platform nobody else's page")
	void nobodyElsesPath(String source) {
		assertThat(HANDLE.holds(source)).isFalse();
	}

	@Test
	@DisplayName("a platform as a whole is no partner, nor a machine without a name")
	void tooWide() {
		assertThat(PartnerAddress.read("x.com").orElseThrow().needsPath()).isTrue();
		assertThat(PartnerAddress.read("www.facebook.com/").orElseThrow().needsPath()).isTrue();
		assertThat(HANDLE.needsPath()).isFalse();
		assertThat(PartnerAddress.read("org")).isEmpty();
		assertThat(PartnerAddress.read("localhost:8080")).isEmpty();
		assertThat(PartnerAddress.read("192.168.0.1")).isEmpty();
		assertThat(PartnerAddress.read("https://user:word@partner.example.org")).isEmpty();
	}

}
