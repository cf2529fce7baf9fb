package org.imprimatur.posts.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.posts.Correction;
import org.imprimatur.posts.CorrectionAccess;
import org.imprimatur.posts.CorrectionRecord;
import org.imprimatur.posts.CorrectionWriting;
import org.imprimatur.posts.Corrections;
import org.imprimatur.posts.PostCorrection;
import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.Happening;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TaskForm;

import org.springframework.stereotype.Component;

/** What the three forms of a correction share: what is out, who may read it. */
abstract class CorrectionForm implements TaskForm {

	private final Task task;

	private final Shared shared;

	CorrectionForm(Task task, Shared shared) {
		this.task = task;
		this.shared = shared;
	}

	/** Where the forms read and write. */
	@Component
	record Shared(Corrections corrections, CorrectionRecord record, CorrectionAccess access,
			CorrectionWriting writing) {
	}

	@Override
	public String process() {
		return PostCorrection.KEY;
	}

	@Override
	public Task task() {
		return this.task;
	}

	@Override
	public String template() {
		return "forms/posts/" + this.task.id();
	}

	@Override
	public boolean maySee(String reference, Person person) {
		return this.shared.access().maySee(reference, person);
	}

	@Override
	public void lock(String reference) {
		writing().lock(reference);
	}

	@Override
	public String title(String reference) {
		return this.shared.record().title(latest(reference));
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		return Fields.none();
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = new HashMap<>();
		page.put("post", this.shared.record().post(writing().at(task)));
		return page;
	}

	@Override
	public List<Happening> happened(String reference) {
		return this.shared.record().story(reference);
	}

	@Override
	public String next(String reference) {
		return this.shared.record().state(latest(reference));
	}

	final CorrectionWriting writing() {
		return this.shared.writing();
	}

	private Correction latest(String reference) {
		List<Correction> all = this.shared.corrections().of(reference);
		return all.get(all.size() - 1);
	}

}
