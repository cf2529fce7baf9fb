package org.imprimatur.accounts;

import org.springframework.data.annotation.Id;

/**
 * A social media account of the organisation.
 *
 * @param id kebab case, never changed, such as {@code main-x}
 * @param name what people call it, such as "Main X account"
 * @param platform such as "X" or "LinkedIn"
 * @param handle what the platform shows
 * @param owner the entity that owns it
 * @param ownerReason why the owner departs from the default, and who allowed it; may be
 * null
 * @param team id of the group that manages it
 * @param demo made up for the demonstration
 */
public record Account(@Id String id, String name, String platform, String handle, AccountKind kind, Owner owner,
		String ownerReason, String team, boolean demo) {
}
