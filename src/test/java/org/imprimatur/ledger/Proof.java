package org.imprimatur.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.context.ApplicationContext;

/** What a verification would find, without one in the record, which others would read. */
public final class Proof {

	private Proof() {
	}

	/** The chain, every row, and what is incomplete. */
	public static List<Finding> findings(ApplicationContext context) {
		try {
			Verified verified = new Verification(context.getBean(DataSource.class), context.getBean(LedgerKeys.class),
					List.of(), (number) -> {
					})
				.run();
			return Stream
				.concat(verified.findings().stream(),
						context.getBeansOfType(RecordCheck.class)
							.values()
							.stream()
							.flatMap((check) -> check.find(Verified.MOST).stream()))
				.toList();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
