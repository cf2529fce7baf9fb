package org.imprimatur.ledger;

import java.time.Instant;
import java.util.List;

import org.imprimatur.operating.Figure;
import org.imprimatur.operating.Figures;

import org.springframework.stereotype.Component;

/** Whether the record is proven, for a monitor. */
@Component
class LedgerFigures implements Figures {

	private final Ledger ledger;

	LedgerFigures(Ledger ledger) {
		this.ledger = ledger;
	}

	@Override
	public List<Figure> at(Instant now) {
		return List.of(Figure.of("ledger_entries", "Entries of the ledger.", this.ledger.head().number()),
				Figure.of("ledger_findings", "What the last verification of the record found; see the page Ledger.",
						this.ledger.last().map(PastVerification::count).orElse(0)),
				Figure.of("ledger_key_fits", "Whether the key of the ledger is the one of its last entry.",
						this.ledger.keyFits() ? 1 : 0));
	}

}
