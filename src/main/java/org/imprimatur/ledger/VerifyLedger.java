package org.imprimatur.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.imprimatur.security.CannotStart;
import org.imprimatur.security.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Verifies the record without starting anything else, by
 * {@code --imprimatur.verify-ledger}. Ends with 1 and says what is wrong in plain
 * sentences. Against a head that was kept elsewhere: {@code --imprimatur.ledger-head}.
 */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
@EnableConfigurationProperties({ LedgerSettings.class, Settings.class })
public class VerifyLedger implements ApplicationRunner {

	/** The option that asks for it. */
	public static final String OPTION = "imprimatur.verify-ledger";

	private static final Logger log = LoggerFactory.getLogger(VerifyLedger.class);

	private final DataSource database;

	private final LedgerSettings ledger;

	private final Settings settings;

	private final String url;

	private final String head;

	VerifyLedger(DataSource database, LedgerSettings ledger, Settings settings,
			@Value("${spring.datasource.url:}") String url, @Value("${imprimatur.ledger-head:}") String head) {
		this.database = database;
		this.ledger = ledger;
		this.settings = settings;
		this.url = url;
		this.head = head;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		LedgerKeys keys = new LedgerKeys(KeyOfTheLedger.of(this.ledger, this.settings.demo(), this.url),
				this.ledger.formerKeys());
		JdbcTransactionManager transactions = new JdbcTransactionManager(this.database);
		Chain chain = new Chain(keys, Clock.systemUTC());
		transactions.addListener(new LedgerWriting(() -> this.database, () -> chain));
		Verified verified = new Ledger(this.database, JdbcClient.create(this.database),
				new TransactionTemplate(transactions), keys, new Heads(this.ledger), Clock.systemUTC(), List.of())
			.verify(null, besides(), (number) -> {
			});
		tell(verified);
	}

	private List<NotedHead> besides() {
		List<NotedHead> besides = new ArrayList<>();
		if (!this.head.isBlank()) {
			try {
				besides.add(new NotedHead(LedgerHead.parse(this.head), "in the head that you gave"));
			}
			catch (IllegalArgumentException ex) {
				throw new CannotStart("Give imprimatur.ledger-head as it stands in the mail or on the page: a number, "
						+ "a colon and 64 hexadecimal digits.");
			}
		}
		return besides;
	}

	/**
	 * Verifies a database that is being filled, with the key that was set or the one
	 * beside the file it comes from, and says what was found.
	 */
	public static void afterMove(DataSource database, String key, String from) {
		LedgerSettings settings = new LedgerSettings(key, List.of(), "");
		LedgerKeys keys = new LedgerKeys(KeyOfTheLedger.of(settings, true, from), List.of());
		try {
			Verified verified = new Verification(database, keys, List.of(), (number) -> {
			}).run();
			if (verified.isSound()) {
				log.info("The record was verified: {} entries, all as they were. Its key is needed there, too.",
						verified.entries());
			}
			else {
				log.error("The record is not as it was entered. {}", sentences(verified));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The record could not be read", ex);
		}
	}

	private static void tell(Verified verified) {
		if (!verified.isSound()) {
			throw new CannotStart(sentences(verified));
		}
		log.info("The record was verified: {} entries, all as they were made. It ends at {}.", verified.entries(),
				verified.head());
	}

	private static String sentences(Verified verified) {
		return "The verification of the record found " + verified.count()
				+ ((verified.count() == 1) ? " thing" : " things") + " that are not as they were entered:\n"
				+ verified.findings()
					.stream()
					.map((finding) -> "- " + ((finding.reference() != null) ? finding.reference() + ": " : "")
							+ finding.words())
					.collect(Collectors.joining("\n"));
	}

}
