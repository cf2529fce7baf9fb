package org.imprimatur.tasks.web;

import java.util.ArrayList;
import java.util.List;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Absence;
import org.imprimatur.tasks.Absences;
import org.imprimatur.tasks.HomeNews;
import org.imprimatur.tasks.OpenTasks;
import org.imprimatur.tasks.OwnActions;
import org.imprimatur.tasks.Story;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TaskDoor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** My work, what I can start, what waits for my groups. */
@Controller
class HomePage {

	private static final int LATEST = 5;

	private final TaskDoor door;

	private final OpenTasks open;

	private final SentInPage sentIn;

	private final People people;

	private final Story story;

	private final Absences absences;

	private final List<HomeNews> news;

	private final List<OwnActions> actions;

	HomePage(TaskDoor door, OpenTasks open, SentInPage sentIn, People people, Story story, Absences absences,
			List<HomeNews> news, List<OwnActions> actions) {
		this.door = door;
		this.open = open;
		this.sentIn = sentIn;
		this.people = people;
		this.story = story;
		this.absences = absences;
		this.news = news;
		this.actions = actions;
	}

	/**
	 * One task in a list.
	 *
	 * @param due London date and time; may be null
	 * @param whyNot why it is not for this person; null if it is
	 */
	record Row(String id, String name, String reference, String title, String due, boolean overdue, String whyNot) {
	}

	@GetMapping("/")
	String show(Model model) {
		Person person = this.people.acting();
		List<Row> waiting = new ArrayList<>();
		List<Row> others = new ArrayList<>();
		this.open.offered(person).stream().map((task) -> row(task, person)).forEach((row) -> {
			if (row.whyNot() == null) {
				waiting.add(row);
			}
			else {
				others.add(row);
			}
		});
		this.absences.all()
			.stream()
			.map(Absence::person)
			.distinct()
			.filter((login) -> !login.equals(person.login()) && this.absences.isAway(login))
			.flatMap((login) -> this.open.takenBy(login, person).stream())
			.map((task) -> row(task, person))
			.forEach(waiting::add);
		model.addAttribute("mine", this.open.assigned(person).stream().map((task) -> row(task, person)).toList());
		model.addAttribute("waiting", waiting);
		model.addAttribute("others", others);
		model.addAttribute("sentIn", this.sentIn.newest(person, LATEST));
		model.addAttribute("news", this.news.stream().flatMap((one) -> one.newsFor(person).stream()).toList());
		model.addAttribute("actions", this.actions.stream().flatMap((one) -> one.openFor(person).stream()).toList());
		model.addAttribute("here", "work");
		return "home";
	}

	private Row row(TaskAtHand task, Person person) {
		return new Row(task.id(), task.name(), task.reference(),
				this.door.form(task.process(), task.task())
					.map((form) -> form.title(task.reference()))
					.orElse("No form in this version: tell an administrator"),
				(task.due() != null) ? LondonTime.dateTime(task.due()) : null, this.story.isPast(task.due()),
				this.door.whyNot(task, person).orElse(null));
	}

}
