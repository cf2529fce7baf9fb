package org.imprimatur.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.imprimatur.kernel.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the index anew from the record, and proves index and record equal. The record is
 * only read.
 */
@Component
@Policy("ONE-LOGIN")
public class HistoryRebuild {

	private static final Logger log = LoggerFactory.getLogger(HistoryRebuild.class);

	private static final int AT_ONCE = 200;

	private final List<RecordedItems> features;

	private final ItemIndex index;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	HistoryRebuild(List<RecordedItems> features, ItemIndex index, JdbcClient jdbc, TransactionTemplate transaction) {
		this.features = features;
		this.index = index;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Writes every item of the record, and takes out what the record does not hold. May
	 * run beside people at work: an item is found all the time.
	 * @return how many items there are
	 */
	public long rebuild() {
		long[] written = new long[1];
		walk((references) -> {
			this.transaction.executeWithoutResult((status) -> this.index.write(references));
			written[0] += references.size();
			if (written[0] % 10_000 < AT_ONCE) {
				log.info("{} items are in the history.", written[0]);
			}
		});
		indexed((references) -> this.transaction.executeWithoutResult((status) -> references.stream()
			.filter((reference) -> this.index.entry(reference).isEmpty())
			.forEach(this.index::remove)));
		return written[0];
	}

	/**
	 * Whether a whole feature is missing: a later version took it out to have it anew.
	 */
	boolean isNeeded() {
		return this.features.stream()
			.flatMap((feature) -> feature.referencesAfter("", 1).stream())
			.anyMatch(
					(reference) -> this.index.written(reference).isEmpty() && this.index.entry(reference).isPresent());
	}

	/**
	 * Where index and record say different things, a sentence each; empty if they are
	 * equal.
	 * @param most how many are told at the most
	 */
	public List<String> differences(int most) {
		List<String> differences = new ArrayList<>();
		walk((references) -> compare(references, differences, most));
		indexed((references) -> compare(
				references.stream().filter((reference) -> this.index.entry(reference).isEmpty()).toList(), differences,
				most));
		return differences;
	}

	private void compare(List<String> references, List<String> differences, int most) {
		for (String reference : references) {
			this.index.difference(reference).filter((one) -> differences.size() < most).ifPresent(differences::add);
		}
	}

	private void walk(Consumer<List<String>> reader) {
		for (RecordedItems feature : this.features) {
			String after = "";
			List<String> references;
			do {
				references = feature.referencesAfter(after, AT_ONCE);
				if (!references.isEmpty()) {
					reader.accept(references);
					after = references.get(references.size() - 1);
				}
			}
			while (references.size() == AT_ONCE);
		}
	}

	private void indexed(Consumer<List<String>> reader) {
		String after = "";
		List<String> references;
		do {
			references = this.jdbc
				.sql("select reference from history_item where reference > ? order by reference limit " + AT_ONCE)
				.param(after)
				.query(String.class)
				.list();
			if (!references.isEmpty()) {
				reader.accept(references);
				after = references.get(references.size() - 1);
			}
		}
		while (references.size() == AT_ONCE);
	}

}
