package org.imprimatur.incidents.web;

import java.util.List;

import org.imprimatur.incidents.IncidentAct;
import org.imprimatur.incidents.IncidentWords;
import org.imprimatur.incidents.Relevance;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.TrusteesCount;
import org.imprimatur.incidents.TrusteesDecision;
import org.imprimatur.incidents.TrusteesKnowledge;
import org.imprimatur.kernel.LondonTime;

/** What the Trustees did, in words for a page. */
final class TrusteesWords {

	private TrusteesWords() {
	}

	/** What was known at one decision. */
	record Known(String title, String text) {
	}

	static List<Known> known(List<TrusteesKnowledge> all) {
		return all.stream()
			.map((one) -> new Known(LondonTime.dateTime(one.knownAt()) + ": " + IncidentWords.task(one.task()),
					one.known()))
			.toList();
	}

	static String title(IncidentAct act) {
		return act.task().equals(Task.ASSESS_RELEVANCE.id())
				? "Relevance: " + Relevance.valueOf(act.outcome()).label().toLowerCase()
				: "Decision: " + TrusteesDecision.valueOf(act.outcome()).label().toLowerCase();
	}

	/**
	 * The views in a sentence, such as "2 want a report, 1 does not. 2 views are enough."
	 */
	static String count(TrusteesCount count) {
		StringBuilder words = new StringBuilder();
		words.append(count.report())
			.append((count.report() == 1) ? " wants" : " want")
			.append(" a report, ")
			.append(count.doNotReport())
			.append((count.doNotReport() == 1) ? " does not. " : " do not. ");
		if (count.conflicts() > 0) {
			words.append("A conflict of interest was declared by ").append(count.conflicts()).append(". ");
		}
		words.append(count.quorum())
			.append(" views are enough, of ")
			.append(count.inOffice())
			.append((count.inOffice() == 1) ? " Trustee in office." : " Trustees in office.");
		count.majority()
			.ifPresentOrElse((majority) -> words.append(" The majority says: ")
				.append(majority.label().toLowerCase())
				.append("."), () -> words.append(" There is no majority."));
		return words.toString();
	}

}
