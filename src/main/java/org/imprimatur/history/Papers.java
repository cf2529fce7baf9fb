package org.imprimatur.history;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.LedgerHead;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Documents that prove themselves: each says who made it and when, ends with the ledger's
 * head of that moment and how to check it, and its own SHA-256 is on record before it
 * leaves.
 */
@Component
@Policy("ONE-LOGIN")
public class Papers {

	private final Exports exports;

	private final Ledger ledger;

	private final People people;

	private final Clock clock;

	Papers(Exports exports, Ledger ledger, People people, Clock clock) {
		this.exports = exports;
		this.ledger = ledger;
		this.people = people;
		this.clock = clock;
	}

	/** An empty one that this person makes. */
	public Paper begin(String title, Person person) {
		return begin(new Paper(title), person);
	}

	/** An empty one that does not name who makes it: that is on record. */
	public Paper beginUnnamed(String title) {
		return new Paper(title)
			.by("Made " + LondonTime.dateTimeWithZone(this.clock.instant()) + "; for whom is on record");
	}

	/** One that this person makes, on its side for wide tables. */
	public Paper beginWide(String title, Person person) {
		return begin(new Paper(title).wide(), person);
	}

	private Paper begin(Paper paper, Person person) {
		return paper.by("Made by " + this.people.nameOf(person.login()) + ", "
				+ LondonTime.dateTimeWithZone(this.clock.instant()));
	}

	/**
	 * The file; that it was taken is on record when this returns.
	 * @param form such as {@code case-file}
	 * @param about such as a reference, with what else the record has to say after a
	 * colon
	 */
	public byte[] end(Paper paper, String form, String about, Person person) {
		LedgerHead head = this.ledger.head();
		paper.heading("To check this file");
		paper.text("When this file was made, the ledger ended with entry " + head.number() + ", and its code was:");
		paper.text(head.mac());
		paper
			.text("An administrator can verify that the ledger still holds this entry, and nothing before it was changed."
					+ " At /history/check-file Imprimatur says whether it made exactly the file that you hold, for whom and when."
					+ " A printed page can be compared by the entry and the code above.");
		byte[] file = paper.pdf();
		this.exports.record(form, about, person, head, sha256(file));
		return file;
	}

	private static String sha256(byte[] file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256.", ex);
		}
	}

}
