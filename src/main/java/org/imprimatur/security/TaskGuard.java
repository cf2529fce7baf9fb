package org.imprimatur.security;

import java.util.List;
import java.util.Optional;

/**
 * Who may not do a task although the model offers it: four eyes, authorisation. A feature
 * supplies one bean for its process. The engine asks it at claim, assignment and
 * completion by whatever door; pages ask it to say so beforehand.
 */
public interface TaskGuard {

	/** The key of the process whose tasks this guards. */
	String process();

	/**
	 * Why this person may not do the task, as a sentence for that person, such as "You
	 * wrote this post, so somebody else has to check it."; empty if the person may.
	 */
	Optional<String> whyNot(TaskFacts task, Person person);

	/** Why this person may not do a task of this process, as the first of them says. */
	static Optional<String> whyNot(List<TaskGuard> guards, String process, TaskFacts task, Person person) {
		return guards.stream()
			.filter((guard) -> guard.process().equals(process))
			.flatMap((guard) -> guard.whyNot(task, person).stream())
			.findFirst();
	}

}
