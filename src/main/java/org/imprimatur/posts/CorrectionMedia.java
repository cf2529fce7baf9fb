package org.imprimatur.posts;

import org.springframework.data.annotation.Id;

/** A file that was attached to a report: what could be seen then. */
public record CorrectionMedia(@Id Long id, String caseId, String file) {
}
