package org.imprimatur.partners;

import java.time.Instant;

/**
 * Somebody whose content we may share by the light route.
 *
 * @param address where they publish
 * @param reason why they are listed
 * @param listedBy login
 * @param end null while they are listed
 */
public record Partner(long id, PartnerAddress address, String name, String reason, String listedBy, Instant listedAt,
		End end) {

	/**
	 * Why and when somebody stopped being a partner.
	 *
	 * @param by login
	 */
	public record End(String reason, String by, Instant at) {
	}

	public boolean isListed() {
		return this.end == null;
	}

}
