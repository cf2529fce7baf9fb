package org.imprimatur.posts.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.imprimatur.posts.SlotCalendar.Slot;

/**
 * Slots as an iCalendar file: title, account, reference and address of each post, never
 * its text. Times are UTC, so that every calendar shows them right when clocks change.
 */
final class CalendarFeed {

	private static final Duration SHOWN_AS = Duration.ofMinutes(15);

	private static final int LONGEST_LINE = 75;

	private CalendarFeed() {
	}

	/**
	 * The file, with lines of at most 75 octets that end in CR and LF.
	 * @param server such as {@code https://imprimatur.example}
	 */
	static String of(List<Slot> slots, String server, Instant now) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Imprimatur//Slots//EN"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(new XProperty("X-WR-CALNAME", "Imprimatur: slots of posts"));
		for (Slot slot : slots) {
			VEvent event = new VEvent(false);
			event.add(new Uid(slot.reference() + "@imprimatur"));
			event.add(new DtStamp(now));
			event.add(new DtStart<>(slot.at()));
			event.add(new DtEnd<>(slot.at().plus(SHOWN_AS)));
			event.add(new Summary(line(slot.title()) + " (" + line(slot.accounts()) + ")"));
			event.add(new Description(slot.reference() + (slot.out() ? ", gone out" : "") + "\n" + server + "/items/"
					+ slot.reference()));
			event.add(new Url(URI.create(server + "/items/" + slot.reference())));
			calendar.add(event);
		}
		StringWriter written = new StringWriter();
		try {
			// folded below: the library counts letters, the format counts octets
			new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, written);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		StringBuilder file = new StringBuilder();
		written.toString().lines().forEach((line) -> fold(line, file));
		return file.toString();
	}

	/** Between characters only, so that no emoji or accent is cut in two. */
	private static void fold(String line, StringBuilder file) {
		int octets = 0;
		for (int at = 0; at < line.length();) {
			int point = line.codePointAt(at);
			String letter = Character.toString(point);
			int more = letter.getBytes(StandardCharsets.UTF_8).length;
			if (octets + more > LONGEST_LINE) {
				file.append("\r\n ");
				octets = 1;
			}
			file.append(letter);
			octets += more;
			at += letter.length();
		}
		file.append("\r\n");
	}

	private static String line(String text) {
		return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
	}

}
