package org.imprimatur.partners;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two partners made up for the demonstration, on hosts that belong to nobody. */
@Component
@ConditionalOnProperty(name = "imprimatur.demo", havingValue = "true", matchIfMissing = true)
class DemoPartners implements SmartLifecycle {

	private static final String REASON = "Demo: made up; it stands for an organisation we campaign with.";

	private final Partners partners;

	private final TransactionTemplate transaction;

	private volatile boolean made;

	DemoPartners(Partners partners, TransactionTemplate transaction) {
		this.partners = partners;
		this.transaction = transaction;
	}

	@Override
	public void start() {
		this.transaction.executeWithoutResult((status) -> {
			if (this.partners.all().isEmpty()) {
				this.partners.add(new PartnerAddress("partner.example.org", ""), "Demo: Letters for Freedom", REASON,
						"dem");
				this.partners.add(new PartnerAddress("social.example.net", "letters-north"),
						"Demo: Letters North, on their platform", REASON, "dem");
			}
		});
		this.made = true;
	}

	@Override
	public void stop() {
		this.made = false;
	}

	@Override
	public boolean isRunning() {
		return this.made;
	}

	/** Before the first request is served, after the people are there. */
	@Override
	public int getPhase() {
		return 0;
	}

}
