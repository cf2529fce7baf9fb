package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/** The owner's word that an action was done. */
record IncidentActionDone(@Id Long action, String note, String doneBy, Instant doneAt) {
}
