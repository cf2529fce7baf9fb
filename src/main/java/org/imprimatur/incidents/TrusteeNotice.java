package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * One Trustee was told that an incident was found not relevant.
 *
 * @param trustee login
 * @param callInUntil the last moment to call it in
 */
public record TrusteeNotice(@Id Long id, String reference, String caseId, String trustee, Instant toldAt,
		Instant callInUntil) {
}
