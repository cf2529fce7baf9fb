package org.imprimatur.posts;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.history.Decided;
import org.imprimatur.history.DecidedSteps;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;

import org.springframework.stereotype.Component;

/**
 * What people decide about posts and corrections: whatever sends something back or ends
 * it has a reason.
 */
@Component
@Policy({ "APPROVED", "OBJECTS" })
class DecidedPosts implements DecidedSteps {

	@Override
	public List<Decided> decided() {
		return List.of(new Decided("post_decision", "decision",
				ids(Task.CHECK_CHARITY_OBJECTS, Task.SIGN_OFF_POST, Task.CHECK_AND_SIGN_OFF, Task.CONFIRM_AFTER_FREEZE,
						Task.REVIEW_URGENT_POST, Task.SCHEDULE_POST),
				Stream.of(but(SignOff.values(), SignOff.APPROVED), but(ObjectsFinding.values(), ObjectsFinding.ALIGNED),
						but(AfterFreeze.values(), AfterFreeze.GO_AHEAD), but(UrgentReview.values(), UrgentReview.FINE))
					.flatMap(Set::stream)
					.collect(Collectors.toSet())),
				new Decided("correction_judgement", "decision",
						ids(PostCorrection.Task.CHECK_AFTER_THE_FACT, PostCorrection.Task.DECIDE_CORRECTION),
						Stream
							.of(but(CorrectionDecision.values(), null),
									but(AfterTheFact.values(), AfterTheFact.ALIGNED))
							.flatMap(Set::stream)
							.collect(Collectors.toSet())));
	}

	private static Set<String> ids(ModelName... tasks) {
		return Stream.of(tasks).map(ModelName::id).collect(Collectors.toSet());
	}

	private static Set<String> but(Enum<?>[] all, Enum<?> sound) {
		return Stream.of(all).filter(Predicate.not((one) -> one == sound)).map(Enum::name).collect(Collectors.toSet());
	}

}
