package org.imprimatur.conventions.good.letters;

import java.util.List;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;

/** The face of the miniature process. */
@Policy("EYES")
public final class LetterApproval extends ProcessFace {

	private record Name(String id) implements ModelName {
	}

	public LetterApproval() {
		super("letter-approval");
	}

	@Override
	public String feature() {
		return "letters";
	}

	@Override
	public List<? extends ModelName> tasks() {
		return List.of(new Name("write-letter"), new Name("check-letter"));
	}

	@Override
	public List<? extends ModelName> steps() {
		return List.of(new Name("send-letter"));
	}

	@Override
	public List<? extends ModelName> endings() {
		return List.of(new Name("letter-sent"), new Name("writer-told"), new Name("letter-dropped"));
	}

	@Override
	public List<? extends ModelName> decisions() {
		return List.of(new Name("letter-check"));
	}

	@Override
	public List<? extends ModelName> messages() {
		return List.of(new Name("letter-withdrawn"));
	}

	@Override
	public List<Variable<?>> variables() {
		return List.of(Variable.of("writer", String.class, "Whoever began the letter"),
				Variable.of("writeLetter", String.class, "What the writer decided"),
				Variable.of("checkLetter", String.class, "What the checker decided"),
				Variable.of("letterCheck", String.class, "Whether a check is needed"),
				Variable.of("kind", String.class, "What kind of letter"),
				Variable.of("pages", Integer.class, "How many pages"),
				Variable.of("checkDue", java.util.Date.class, "When the check is late"));
	}

}
