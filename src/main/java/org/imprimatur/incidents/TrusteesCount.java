package org.imprimatur.incidents;

import java.util.List;
import java.util.Optional;

/**
 * The views of the Trustees, counted.
 *
 * @param views in the order in which they were given
 * @param setAside views of Trustees whom the incident turned out to concern; they do not
 * count
 * @param missing logins of those who have not answered and still take part
 * @param quorum how many views are enough
 * @param inOffice how many Trustees there are
 */
public record TrusteesCount(List<View> views, List<View> setAside, List<String> missing, int quorum, int inOffice) {

	/**
	 * What one Trustee said.
	 *
	 * @param login who
	 * @param reason for the view, or what the conflict is
	 */
	public record View(String login, TrusteeView view, String reason) {
	}

	public long report() {
		return count(TrusteeView.REPORT);
	}

	public long doNotReport() {
		return count(TrusteeView.DO_NOT_REPORT);
	}

	/** A declared conflict is no view. */
	public long conflicts() {
		return count(TrusteeView.NO_VIEW);
	}

	/** Views that count. */
	public long given() {
		return report() + doNotReport();
	}

	public boolean hasQuorum() {
		return given() >= this.quorum;
	}

	/**
	 * Whether enough had been given when they were, before any was set aside: then nobody
	 * was waited for any more.
	 */
	boolean hadQuorum() {
		return given()
				+ this.setAside.stream().filter((one) -> one.view() != TrusteeView.NO_VIEW).count() >= this.quorum;
	}

	public boolean isComplete() {
		return this.missing.isEmpty();
	}

	/** What more Trustees want than not; empty at a tie and without any view. */
	public Optional<TrusteesDecision> majority() {
		if (report() == doNotReport()) {
			return Optional.empty();
		}
		return Optional.of((report() > doNotReport()) ? TrusteesDecision.REPORT : TrusteesDecision.DO_NOT_REPORT);
	}

	private long count(TrusteeView view) {
		return this.views.stream().filter((one) -> one.view() == view).count();
	}

}
