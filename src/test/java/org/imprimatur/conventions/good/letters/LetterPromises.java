package org.imprimatur.conventions.good.letters;

import java.util.List;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Promise;
import org.imprimatur.kernel.Promises;

/** What the miniature process keeps, however it is drawn. */
public final class LetterPromises implements Promises {

	private record Name(String id) implements ModelName {
	}

	@Override
	public String process() {
		return "letter-approval";
	}

	@Override
	public List<Promise> promises() {
		return List.of(Promise.before("EYES", "send-letter")
			.where(Promise.answer("find-checker", "letterCheck", "REQUIRED"))
			.needs(Promise.passing("check-letter"))
			.since("write-letter"));
	}

	@Override
	public List<? extends ModelName> endedByPeopleOnly() {
		return List.of(new Name("check-letter"));
	}

	@Override
	public List<Beside> beside() {
		return List.of(Beside.clock("check-late", new Name("letter-in-person")));
	}

}
