package org.imprimatur.posts;

import org.imprimatur.kernel.ModelName;

/** Rule tables that forms ask. */
enum RuleTable implements ModelName {

	LINES_TO_CONFIRM("lines-to-confirm"), DEADLINES("post-approval-deadlines");

	private final String id;

	RuleTable(String id) {
		this.id = id;
	}

	@Override
	public String id() {
		return this.id;
	}

}
