package org.imprimatur.posts;

import org.imprimatur.media.MediaUse;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/** What was attached to a report is shown to who may read the report. */
@Component
class CorrectionFiles implements MediaUse {

	private final Corrections corrections;

	private final CorrectionAccess access;

	CorrectionFiles(Corrections corrections, CorrectionAccess access) {
		this.corrections = corrections;
		this.access = access;
	}

	@Override
	public boolean maySee(String file, Person person) {
		return this.corrections.withFile(file)
			.stream()
			.anyMatch((correction) -> this.access.maySee(correction.reference(), person));
	}

}
