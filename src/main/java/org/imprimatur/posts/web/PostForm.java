package org.imprimatur.posts.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.Happening;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TaskForm;

/**
 * What the forms of post approval share: the post, who may read it, what happened.
 */
abstract class PostForm implements TaskForm {

	private final Task task;

	private final PostRecord record;

	private final PostAccess access;

	PostForm(Task task, PostRecord record, PostAccess access) {
		this.task = task;
		this.record = record;
		this.access = access;
	}

	@Override
	public String process() {
		return PostApproval.KEY;
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
		return this.access.maySee(reference, person);
	}

	@Override
	public void lock(String reference) {
		this.record.lock(reference);
	}

	@Override
	public String title(String reference) {
		return post(reference).title();
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		return Fields.none();
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = new HashMap<>();
		page.put("post", this.record.view(task.reference()));
		return page;
	}

	@Override
	public List<Happening> happened(String reference) {
		return this.record.happened(reference);
	}

	@Override
	public String next(String reference) {
		return this.record.state(reference);
	}

	final PostRecord record() {
		return this.record;
	}

	final Post post(String reference) {
		return this.record.post(reference);
	}

}
