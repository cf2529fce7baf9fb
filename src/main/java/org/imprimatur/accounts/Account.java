package org.imprimatur.accounts;

import org.imprimatur.kernel.Policy;

import org.springframework.data.annotation.Id;

/**
 * A social media account of the organisation, as the register says now.
 *
 * @param id kebab case, never changed, such as {@code main-x}
 * @param name what people call it, such as "Main X account"
 * @param platform such as "X" or "LinkedIn"
 * @param handle what the platform shows
 * @param owner the entity that owns it
 * @param ownerReason why the owner departs from the default of its kind; may be null
 * @param ownerAllowedBy who allowed that; may be null
 * @param bioText what its public profile says; null if nobody has recorded it
 * @param team id of the group that manages it
 * @param channelManager login of who looks after it; may be null
 * @param demo made up for the demonstration
 */
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER" })
public record Account(@Id String id, String name, String platform, String handle, AccountKind kind, Owner owner,
		String ownerReason, String ownerAllowedBy, String bioText, String team, String channelManager,
		AccountState state, boolean demo) {

	public boolean isClosed() {
		return this.state == AccountState.CLOSED;
	}

	Account ownedBy(Owner other, String reason) {
		return new Account(this.id, this.name, this.platform, this.handle, this.kind, other, reason,
				this.ownerAllowedBy, this.bioText, this.team, this.channelManager, this.state, this.demo);
	}

	Account saying(String bio) {
		return new Account(this.id, this.name, this.platform, this.handle, this.kind, this.owner, this.ownerReason,
				this.ownerAllowedBy, bio, this.team, this.channelManager, this.state, this.demo);
	}

}
