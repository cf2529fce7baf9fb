package org.imprimatur.meetings.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.meetings.MeetingChange;
import org.imprimatur.meetings.Meetings;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/** Meetings as people and programs read them. */
@Component
class MeetingWords {

	private final Meetings meetings;

	private final People people;

	MeetingWords(Meetings meetings, People people) {
		this.meetings = meetings;
		this.people = people;
	}

	/** One meeting in words. */
	record Row(long id, String board, String heldAt, String place, String papersDue, boolean cancelled,
			List<Entry> story) {
	}

	/** One change in words, as a timeline shows it. */
	record Entry(String at, String who, String title, String text) {
	}

	/** What a form about this meeting begins with. */
	static Fields initial(Meeting meeting) {
		return Fields.none()
			.with("heldAt", LondonTime.input(meeting.heldAt()))
			.with("place", meeting.place())
			.with("papersDue", LondonTime.input(meeting.papersDue()))
			.with("seen", Long.toString(meeting.change()));
	}

	Row row(Meeting one) {
		return new Row(one.id(), one.board().label(), LondonTime.dateTime(one.heldAt()), one.place(),
				LondonTime.dateTime(one.papersDue()), one.cancelled(),
				this.meetings.changes(one.id()).stream().map(this::entry).toList());
	}

	private Entry entry(MeetingChange one) {
		String planned = LondonTime.dateTime(one.heldAt()) + ", " + one.place() + ", papers until "
				+ LondonTime.dateTime(one.papersDue()) + ".";
		String text = switch (one.kind()) {
			case ADDED -> planned;
			case MOVED -> planned + "\nBecause: " + one.reason();
			case CANCELLED -> "Because: " + one.reason();
		};
		return new Entry(LondonTime.dateTime(one.changedAt()), this.people.nameOf(one.changedBy()), one.kind().label(),
				text);
	}

	Map<String, Object> json(Meeting one) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("id", one.id());
		answer.put("board", one.board());
		answer.put("heldAt", LondonTime.iso(one.heldAt()));
		answer.put("place", one.place());
		answer.put("papersDue", LondonTime.iso(one.papersDue()));
		answer.put("cancelled", one.cancelled());
		answer.put("seen", one.change());
		answer.put("changes", this.meetings.changes(one.id()).stream().map(MeetingWords::json).toList());
		return answer;
	}

	private static Map<String, Object> json(MeetingChange one) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("kind", one.kind());
		answer.put("heldAt", LondonTime.iso(one.heldAt()));
		answer.put("place", one.place());
		answer.put("papersDue", LondonTime.iso(one.papersDue()));
		answer.put("reason", one.reason());
		answer.put("changedBy", one.changedBy());
		answer.put("changedAt", LondonTime.iso(one.changedAt()));
		return answer;
	}

}
